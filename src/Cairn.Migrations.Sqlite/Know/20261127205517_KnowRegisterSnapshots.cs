using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Sqlite.Know
{
    /// <inheritdoc />
    public partial class KnowRegisterSnapshots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "know_snapshot",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    as_of = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    demonstration = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false),
                    read_by = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    threshold = table.Column<int>(type: "INTEGER", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    printed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shown = table.Column<byte[]>(type: "BLOB", nullable: false),
                    revision = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_know_snapshot", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_know_snapshot_series_as_of",
                table: "know_snapshot",
                columns: new[] { "series", "as_of" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "know_snapshot");
        }
    }
}
