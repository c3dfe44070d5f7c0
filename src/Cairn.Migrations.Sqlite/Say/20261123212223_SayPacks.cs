using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Sqlite.Say
{
    /// <inheritdoc />
    public partial class SayPacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "say_revision",
                columns: table => new
                {
                    revision = table.Column<string>(type: "TEXT", nullable: false),
                    pack_id = table.Column<string>(type: "TEXT", nullable: false),
                    manifest = table.Column<string>(type: "TEXT", nullable: false),
                    archive = table.Column<byte[]>(type: "BLOB", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_say_revision", x => x.revision);
                });

            migrationBuilder.CreateTable(
                name: "say_act",
                columns: table => new
                {
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    pack_id = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_say_act", x => x.version);
                    table.ForeignKey(
                        name: "fk_say_act_say_revision_revision",
                        column: x => x.revision,
                        principalTable: "say_revision",
                        principalColumn: "revision",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "say_approval",
                columns: table => new
                {
                    revision = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_say_approval", x => new { x.revision, x.kind });
                    table.ForeignKey(
                        name: "fk_say_approval_say_revision_revision",
                        column: x => x.revision,
                        principalTable: "say_revision",
                        principalColumn: "revision",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "say_served",
                columns: table => new
                {
                    pack_id = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_say_served", x => x.pack_id);
                    table.ForeignKey(
                        name: "fk_say_served_say_revision_revision",
                        column: x => x.revision,
                        principalTable: "say_revision",
                        principalColumn: "revision",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_say_act_pack_id",
                table: "say_act",
                column: "pack_id");

            migrationBuilder.CreateIndex(
                name: "ix_say_act_revision",
                table: "say_act",
                column: "revision");

            migrationBuilder.CreateIndex(
                name: "ix_say_served_revision",
                table: "say_served",
                column: "revision");

            // By hand: what was published, approved and done is never changed. REPLACE would delete without asking the
            // delete trigger, so an insert over an existing row is refused too.
            foreach (var (table, same) in new[]
            {
                ("say_revision", "revision = NEW.revision"),
                ("say_approval", "revision = NEW.revision AND kind = NEW.kind"),
                ("say_act", "version = NEW.version"),
            })
            {
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
                    BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END;
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
                    BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END;
                    """);
                migrationBuilder.Sql($"""
                    CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
                    BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END;
                    """);
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "say_act");

            migrationBuilder.DropTable(
                name: "say_approval");

            migrationBuilder.DropTable(
                name: "say_served");

            migrationBuilder.DropTable(
                name: "say_revision");
        }
    }
}
