using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Sqlite.Know
{
    /// <inheritdoc />
    public partial class KnowMoments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "know_moments",
                columns: table => new
                {
                    hour = table.Column<int>(type: "INTEGER", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    revision = table.Column<string>(type: "TEXT", nullable: false),
                    arm = table.Column<string>(type: "TEXT", nullable: false),
                    surface = table.Column<string>(type: "TEXT", nullable: false),
                    look = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_know_moments", x => new { x.hour, x.@event, x.revision, x.arm, x.surface, x.look, x.language, x.outcome });
                });

            migrationBuilder.CreateTable(
                name: "know_receipts",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hour = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_know_receipts", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "know_reporters",
                columns: table => new
                {
                    platform = table.Column<string>(type: "TEXT", nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    newest = table.Column<long>(type: "INTEGER", nullable: false),
                    before = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_know_reporters", x => new { x.platform, x.node });
                });

            migrationBuilder.CreateIndex(
                name: "ix_know_receipts_hour",
                table: "know_receipts",
                column: "hour");

            migrationBuilder.CreateIndex(
                name: "ix_know_reporters_day",
                table: "know_reporters",
                column: "day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "know_moments");

            migrationBuilder.DropTable(
                name: "know_receipts");

            migrationBuilder.DropTable(
                name: "know_reporters");
        }
    }
}
