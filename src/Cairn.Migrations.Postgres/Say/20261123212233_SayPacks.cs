using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Postgres.Say
{
    /// <inheritdoc />
    public partial class SayPacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "say");

            migrationBuilder.CreateTable(
                name: "say_revision",
                schema: "say",
                columns: table => new
                {
                    revision = table.Column<string>(type: "text", nullable: false),
                    pack_id = table.Column<string>(type: "text", nullable: false),
                    manifest = table.Column<string>(type: "text", nullable: false),
                    archive = table.Column<byte[]>(type: "bytea", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    published_at = table.Column<long>(type: "bigint", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_say_revision", x => x.revision);
                });

            migrationBuilder.CreateTable(
                name: "say_act",
                schema: "say",
                columns: table => new
                {
                    version = table.Column<long>(type: "bigint", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    pack_id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_say_act", x => x.version);
                    table.ForeignKey(
                        name: "fk_say_act_say_revision_revision",
                        column: x => x.revision,
                        principalSchema: "say",
                        principalTable: "say_revision",
                        principalColumn: "revision",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "say_approval",
                schema: "say",
                columns: table => new
                {
                    revision = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    approved_at = table.Column<long>(type: "bigint", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_say_approval", x => new { x.revision, x.kind });
                    table.ForeignKey(
                        name: "fk_say_approval_say_revision_revision",
                        column: x => x.revision,
                        principalSchema: "say",
                        principalTable: "say_revision",
                        principalColumn: "revision",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "say_served",
                schema: "say",
                columns: table => new
                {
                    pack_id = table.Column<string>(type: "text", nullable: false),
                    revision = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_say_served", x => x.pack_id);
                    table.ForeignKey(
                        name: "fk_say_served_say_revision_revision",
                        column: x => x.revision,
                        principalSchema: "say",
                        principalTable: "say_revision",
                        principalColumn: "revision",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_say_act_pack_id",
                schema: "say",
                table: "say_act",
                column: "pack_id");

            migrationBuilder.CreateIndex(
                name: "ix_say_act_revision",
                schema: "say",
                table: "say_act",
                column: "revision");

            migrationBuilder.CreateIndex(
                name: "ix_say_served_revision",
                schema: "say",
                table: "say_served",
                column: "revision");

            // By hand: what was published, approved and done is never changed.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION say.say_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
                """);
            foreach (var table in new[] { "say_revision", "say_approval", "say_act" })
            {
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON say.{table}
                    FOR EACH ROW EXECUTE FUNCTION say.say_refuse_change();
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON say.{table}
                    FOR EACH STATEMENT EXECUTE FUNCTION say.say_refuse_change();
                    """);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "say_act",
                schema: "say");

            migrationBuilder.DropTable(
                name: "say_approval",
                schema: "say");

            migrationBuilder.DropTable(
                name: "say_served",
                schema: "say");

            migrationBuilder.DropTable(
                name: "say_revision",
                schema: "say");

            migrationBuilder.Sql("DROP FUNCTION say.say_refuse_change();");
        }
    }
}
