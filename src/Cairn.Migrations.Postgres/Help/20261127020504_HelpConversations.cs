using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Postgres.Help
{
    /// <inheritdoc />
    public partial class HelpConversations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "help_conversation",
                schema: "help",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    lookup = table.Column<byte[]>(type: "bytea", nullable: false),
                    seeker_public = table.Column<byte[]>(type: "bytea", nullable: false),
                    opened = table.Column<byte[]>(type: "bytea", nullable: false),
                    desk = table.Column<int>(type: "integer", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    epoch = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    code_kept = table.Column<int>(type: "integer", nullable: false),
                    hour = table.Column<long>(type: "bigint", nullable: false),
                    purge_week = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_conversation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_ended",
                schema: "help",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hour = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_ended", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "help_message",
                schema: "help",
                columns: table => new
                {
                    conversation = table.Column<byte[]>(type: "bytea", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    sender = table.Column<int>(type: "integer", nullable: false),
                    hour = table.Column<long>(type: "bigint", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    nonce = table.Column<byte[]>(type: "bytea", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_message", x => new { x.conversation, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "help_submission",
                schema: "help",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hour = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_submission", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "help_wrap",
                schema: "help",
                columns: table => new
                {
                    conversation = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_wrap", x => new { x.conversation, x.kind, x.generation });
                });

            migrationBuilder.CreateIndex(
                name: "ix_help_conversation_lookup",
                schema: "help",
                table: "help_conversation",
                column: "lookup",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_help_conversation_purge_week",
                schema: "help",
                table: "help_conversation",
                column: "purge_week");

            migrationBuilder.CreateIndex(
                name: "ix_help_ended_hour",
                schema: "help",
                table: "help_ended",
                column: "hour");

            migrationBuilder.CreateIndex(
                name: "ix_help_submission_hour",
                schema: "help",
                table: "help_submission",
                column: "hour");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_conversation",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_ended",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_message",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_submission",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_wrap",
                schema: "help");
        }
    }
}
