using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Sqlite.Help
{
    /// <inheritdoc />
    public partial class HelpConversations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand: without row numbers, which would keep the order in which conversations of one hour began.
            migrationBuilder.Sql(
                """
                CREATE TABLE "help_conversation" (
                    "id" BLOB NOT NULL,
                    "lookup" BLOB NOT NULL,
                    "seeker_public" BLOB NOT NULL,
                    "opened" BLOB NOT NULL,
                    "desk" INTEGER NOT NULL,
                    "generation" INTEGER NOT NULL,
                    "epoch" INTEGER NOT NULL,
                    "state" INTEGER NOT NULL,
                    "code_kept" INTEGER NOT NULL,
                    "hour" INTEGER NOT NULL,
                    "purge_week" INTEGER NOT NULL,
                    CONSTRAINT "pk_help_conversation" PRIMARY KEY ("id")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.Sql(
                """
                CREATE TABLE "help_ended" (
                    "hash" BLOB NOT NULL,
                    "hour" INTEGER NOT NULL,
                    CONSTRAINT "pk_help_ended" PRIMARY KEY ("hash")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.Sql(
                """
                CREATE TABLE "help_message" (
                    "conversation" BLOB NOT NULL,
                    "sequence" INTEGER NOT NULL,
                    "sender" INTEGER NOT NULL,
                    "hour" INTEGER NOT NULL,
                    "generation" INTEGER NOT NULL,
                    "nonce" BLOB NOT NULL,
                    "sealed" BLOB NOT NULL,
                    CONSTRAINT "pk_help_message" PRIMARY KEY ("conversation", "sequence")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.Sql(
                """
                CREATE TABLE "help_submission" (
                    "hash" BLOB NOT NULL,
                    "hour" INTEGER NOT NULL,
                    CONSTRAINT "pk_help_submission" PRIMARY KEY ("hash")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.Sql(
                """
                CREATE TABLE "help_wrap" (
                    "conversation" BLOB NOT NULL,
                    "kind" INTEGER NOT NULL,
                    "generation" INTEGER NOT NULL,
                    "box" BLOB NOT NULL,
                    CONSTRAINT "pk_help_wrap" PRIMARY KEY ("conversation", "kind", "generation")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_help_conversation_lookup",
                table: "help_conversation",
                column: "lookup",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_help_conversation_purge_week",
                table: "help_conversation",
                column: "purge_week");

            migrationBuilder.CreateIndex(
                name: "ix_help_ended_hour",
                table: "help_ended",
                column: "hour");

            migrationBuilder.CreateIndex(
                name: "ix_help_submission_hour",
                table: "help_submission",
                column: "hour");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_conversation");

            migrationBuilder.DropTable(
                name: "help_ended");

            migrationBuilder.DropTable(
                name: "help_message");

            migrationBuilder.DropTable(
                name: "help_submission");

            migrationBuilder.DropTable(
                name: "help_wrap");
        }
    }
}
