using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Sqlite.Say
{
    /// <inheritdoc />
    public partial class SayPlatforms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "say_platforms",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    scopes = table.Column<string>(type: "TEXT", nullable: false),
                    rate = table.Column<int>(type: "INTEGER", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    revoked = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_say_platforms", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "ix_say_platforms_platform",
                table: "say_platforms",
                column: "platform");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "say_platforms");
        }
    }
}
