using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Postgres.Know
{
    /// <inheritdoc />
    public partial class KnowRegisterSnapshots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "know_snapshot",
                schema: "know",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    series = table.Column<string>(type: "text", nullable: false),
                    as_of = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    demonstration = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<long>(type: "bigint", nullable: false),
                    read_by = table.Column<string>(type: "text", nullable: false),
                    submitted_by = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: false),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    threshold = table.Column<int>(type: "integer", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    printed = table.Column<byte[]>(type: "bytea", nullable: false),
                    shown = table.Column<byte[]>(type: "bytea", nullable: false),
                    revision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_know_snapshot", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_know_snapshot_series_as_of",
                schema: "know",
                table: "know_snapshot",
                columns: new[] { "series", "as_of" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "know_snapshot",
                schema: "know");
        }
    }
}
