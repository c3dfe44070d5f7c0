using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Postgres.Help
{
    /// <inheritdoc />
    public partial class HelpUnorderedForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_help_submission_hour",
                schema: "help",
                table: "help_submission");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_help_submission_hour",
                schema: "help",
                table: "help_submission",
                column: "hour");
        }
    }
}
