using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Postgres.Help
{
    /// <inheritdoc />
    public partial class HelpDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "desk_generation",
                schema: "help",
                table: "help_wrap",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "label",
                schema: "help",
                table: "help_conversation",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "recovered",
                schema: "help",
                table: "help_conversation",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "waits",
                schema: "help",
                table: "help_conversation",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "help_adviser",
                schema: "help",
                columns: table => new
                {
                    member = table.Column<string>(type: "text", nullable: false),
                    @public = table.Column<byte[]>(name: "public", type: "bytea", nullable: false),
                    verify = table.Column<byte[]>(type: "bytea", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_adviser", x => x.member);
                });

            migrationBuilder.CreateTable(
                name: "help_desk",
                schema: "help",
                columns: table => new
                {
                    desk = table.Column<int>(type: "integer", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    recovery_public = table.Column<byte[]>(type: "bytea", nullable: false),
                    opened_hour = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_desk", x => x.desk);
                });

            migrationBuilder.CreateTable(
                name: "help_desk_box",
                schema: "help",
                columns: table => new
                {
                    desk = table.Column<int>(type: "integer", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    member = table.Column<string>(type: "text", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_desk_box", x => new { x.desk, x.generation, x.member });
                });

            migrationBuilder.CreateTable(
                name: "help_desk_key",
                schema: "help",
                columns: table => new
                {
                    desk = table.Column<int>(type: "integer", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    @public = table.Column<byte[]>(name: "public", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_desk_key", x => new { x.desk, x.generation });
                });

            migrationBuilder.CreateTable(
                name: "help_flag",
                schema: "help",
                columns: table => new
                {
                    conversation = table.Column<byte[]>(type: "bytea", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    beats_left = table.Column<int>(type: "integer", nullable: false),
                    taken = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_flag", x => x.conversation);
                });

            migrationBuilder.CreateTable(
                name: "help_lease",
                schema: "help",
                columns: table => new
                {
                    conversation = table.Column<byte[]>(type: "bytea", nullable: false),
                    member = table.Column<string>(type: "text", nullable: false),
                    beats_left = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_lease", x => x.conversation);
                });

            migrationBuilder.CreateTable(
                name: "help_note",
                schema: "help",
                columns: table => new
                {
                    conversation = table.Column<byte[]>(type: "bytea", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    hour = table.Column<long>(type: "bigint", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_note", x => new { x.conversation, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "help_outcome",
                schema: "help",
                columns: table => new
                {
                    desk = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_outcome", x => new { x.desk, x.day, x.code });
                });

            migrationBuilder.CreateTable(
                name: "help_recovery",
                schema: "help",
                columns: table => new
                {
                    desk = table.Column<int>(type: "integer", nullable: false),
                    member = table.Column<string>(type: "text", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    @public = table.Column<byte[]>(name: "public", type: "bytea", nullable: false),
                    box = table.Column<byte[]>(type: "bytea", nullable: false),
                    agreed = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_recovery", x => x.desk);
                });

            migrationBuilder.CreateIndex(
                name: "ix_help_conversation_desk_waits",
                schema: "help",
                table: "help_conversation",
                columns: new[] { "desk", "waits" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_adviser",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_desk",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_desk_box",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_desk_key",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_flag",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_lease",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_note",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_outcome",
                schema: "help");

            migrationBuilder.DropTable(
                name: "help_recovery",
                schema: "help");

            migrationBuilder.DropIndex(
                name: "ix_help_conversation_desk_waits",
                schema: "help",
                table: "help_conversation");

            migrationBuilder.DropColumn(
                name: "desk_generation",
                schema: "help",
                table: "help_wrap");

            migrationBuilder.DropColumn(
                name: "label",
                schema: "help",
                table: "help_conversation");

            migrationBuilder.DropColumn(
                name: "recovered",
                schema: "help",
                table: "help_conversation");

            migrationBuilder.DropColumn(
                name: "waits",
                schema: "help",
                table: "help_conversation");
        }
    }
}
