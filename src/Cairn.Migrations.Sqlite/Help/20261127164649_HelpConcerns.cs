using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Sqlite.Help
{
    /// <inheritdoc />
    public partial class HelpConcerns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "until_day",
                table: "help_flag",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Flags that are up hold for sixty days from now.
            migrationBuilder.Sql("UPDATE help_flag SET until_day = CAST(strftime('%s', 'now') AS INTEGER) / 86400 + 60");

            migrationBuilder.Sql(
                """
                CREATE TABLE "help_package" (
                    "conversation" BLOB NOT NULL,
                    "member" TEXT NOT NULL,
                    "reason" TEXT NOT NULL,
                    "day" INTEGER NOT NULL,
                    "chosen" TEXT NOT NULL,
                    "total" INTEGER NOT NULL,
                    "digest" BLOB NOT NULL,
                    "signed" BLOB NOT NULL,
                    "approver" TEXT NULL,
                    "countersigned" BLOB NULL,
                    CONSTRAINT "pk_help_package" PRIMARY KEY ("conversation")
                ) WITHOUT ROWID;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_package");

            migrationBuilder.DropColumn(
                name: "until_day",
                table: "help_flag");
        }
    }
}
