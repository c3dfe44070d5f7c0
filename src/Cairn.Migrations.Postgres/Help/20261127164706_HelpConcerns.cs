using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Postgres.Help
{
    /// <inheritdoc />
    public partial class HelpConcerns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "until_day",
                schema: "help",
                table: "help_flag",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // Flags that are up hold for sixty days from now.
            migrationBuilder.Sql("UPDATE help.help_flag SET until_day = CAST(EXTRACT(EPOCH FROM now()) AS bigint) / 86400 + 60");

            migrationBuilder.CreateTable(
                name: "help_package",
                schema: "help",
                columns: table => new
                {
                    conversation = table.Column<byte[]>(type: "bytea", nullable: false),
                    member = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    chosen = table.Column<string>(type: "text", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    signed = table.Column<byte[]>(type: "bytea", nullable: false),
                    approver = table.Column<string>(type: "text", nullable: true),
                    countersigned = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_package", x => x.conversation);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_package",
                schema: "help");

            migrationBuilder.DropColumn(
                name: "until_day",
                schema: "help",
                table: "help_flag");
        }
    }
}
