using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Postgres.Know
{
    /// <inheritdoc />
    public partial class KnowMoments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "know_moments",
                schema: "know",
                columns: table => new
                {
                    hour = table.Column<int>(type: "integer", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    revision = table.Column<string>(type: "text", nullable: false),
                    arm = table.Column<string>(type: "text", nullable: false),
                    surface = table.Column<string>(type: "text", nullable: false),
                    look = table.Column<int>(type: "integer", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_know_moments", x => new { x.hour, x.@event, x.revision, x.arm, x.surface, x.look, x.language, x.outcome });
                });

            migrationBuilder.CreateTable(
                name: "know_receipts",
                schema: "know",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hour = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_know_receipts", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "know_reporters",
                schema: "know",
                columns: table => new
                {
                    platform = table.Column<string>(type: "text", nullable: false),
                    node = table.Column<string>(type: "text", nullable: false),
                    newest = table.Column<long>(type: "bigint", nullable: false),
                    before = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_know_reporters", x => new { x.platform, x.node });
                });

            migrationBuilder.CreateIndex(
                name: "ix_know_receipts_hour",
                schema: "know",
                table: "know_receipts",
                column: "hour");

            migrationBuilder.CreateIndex(
                name: "ix_know_reporters_day",
                schema: "know",
                table: "know_reporters",
                column: "day");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "know_moments",
                schema: "know");

            migrationBuilder.DropTable(
                name: "know_receipts",
                schema: "know");

            migrationBuilder.DropTable(
                name: "know_reporters",
                schema: "know");
        }
    }
}
