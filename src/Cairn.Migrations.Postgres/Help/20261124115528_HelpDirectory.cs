using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Postgres.Help
{
    /// <inheritdoc />
    public partial class HelpDirectory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "help");

            migrationBuilder.CreateTable(
                name: "help_field_note",
                schema: "help",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    service = table.Column<string>(type: "text", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    how = table.Column<string>(type: "text", nullable: true),
                    checked_on = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    called = table.Column<string>(type: "text", nullable: false),
                    expires_on = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_field_note", x => x.number);
                });

            // By hand: what the desk said is never changed.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION help.help_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
                CREATE TRIGGER help_field_note_no_change BEFORE UPDATE OR DELETE ON help.help_field_note
                FOR EACH ROW EXECUTE FUNCTION help.help_refuse_change();
                CREATE TRIGGER help_field_note_no_truncate BEFORE TRUNCATE ON help.help_field_note
                FOR EACH STATEMENT EXECUTE FUNCTION help.help_refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_field_note",
                schema: "help");
        }
    }
}
