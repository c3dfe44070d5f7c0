using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Postgres.Say
{
    /// <inheritdoc />
    public partial class SayPlatforms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "say_platforms",
                schema: "say",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    platform = table.Column<string>(type: "text", nullable: false),
                    scopes = table.Column<string>(type: "text", nullable: false),
                    rate = table.Column<int>(type: "integer", nullable: false),
                    made = table.Column<string>(type: "text", nullable: false),
                    revoked = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_say_platforms", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "ix_say_platforms_platform",
                schema: "say",
                table: "say_platforms",
                column: "platform");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "say_platforms",
                schema: "say");
        }
    }
}
