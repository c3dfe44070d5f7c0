using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Sqlite.Know
{
    /// <inheritdoc />
    public partial class KnowTallies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand: without row numbers, which would keep the order in which the first views of an hour came.
            migrationBuilder.Sql(
                """
                CREATE TABLE "know_tally" (
                    "hour" INTEGER NOT NULL,
                    "event" TEXT NOT NULL,
                    "page" TEXT NOT NULL,
                    "language" TEXT NOT NULL,
                    "revision" TEXT NOT NULL,
                    "audience" TEXT NOT NULL,
                    "channel" TEXT NOT NULL,
                    "nation" TEXT NOT NULL,
                    "count" INTEGER NOT NULL,
                    CONSTRAINT "pk_know_tally" PRIMARY KEY ("hour", "event", "page", "language", "revision", "audience", "channel", "nation")
                ) WITHOUT ROWID;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "know_tally");
        }
    }
}
