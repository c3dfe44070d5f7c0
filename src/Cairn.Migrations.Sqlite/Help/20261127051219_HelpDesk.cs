using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Sqlite.Help
{
    /// <inheritdoc />
    public partial class HelpDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "desk_generation",
                table: "help_wrap",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "label",
                table: "help_conversation",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<int>(
                name: "recovered",
                table: "help_conversation",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "waits",
                table: "help_conversation",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "help_adviser",
                columns: table => new
                {
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    @public = table.Column<byte[]>(name: "public", type: "BLOB", nullable: false),
                    verify = table.Column<byte[]>(type: "BLOB", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    wrapped = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_adviser", x => x.member);
                });

            migrationBuilder.CreateTable(
                name: "help_desk",
                columns: table => new
                {
                    desk = table.Column<int>(type: "INTEGER", nullable: false),
                    generation = table.Column<int>(type: "INTEGER", nullable: false),
                    recovery_public = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opened_hour = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_desk", x => x.desk);
                });

            migrationBuilder.CreateTable(
                name: "help_desk_box",
                columns: table => new
                {
                    desk = table.Column<int>(type: "INTEGER", nullable: false),
                    generation = table.Column<int>(type: "INTEGER", nullable: false),
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_desk_box", x => new { x.desk, x.generation, x.member });
                });

            migrationBuilder.CreateTable(
                name: "help_desk_key",
                columns: table => new
                {
                    desk = table.Column<int>(type: "INTEGER", nullable: false),
                    generation = table.Column<int>(type: "INTEGER", nullable: false),
                    @public = table.Column<byte[]>(name: "public", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_desk_key", x => new { x.desk, x.generation });
                });

            // By hand: without row numbers, which would keep the order in which things happened within an hour.
            migrationBuilder.Sql(
                """
                CREATE TABLE "help_flag" (
                    "conversation" BLOB NOT NULL,
                    "reason" TEXT NOT NULL,
                    "beats_left" INTEGER NOT NULL,
                    "taken" TEXT NULL,
                    CONSTRAINT "pk_help_flag" PRIMARY KEY ("conversation")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.Sql(
                """
                CREATE TABLE "help_lease" (
                    "conversation" BLOB NOT NULL,
                    "member" TEXT NOT NULL,
                    "beats_left" INTEGER NOT NULL,
                    CONSTRAINT "pk_help_lease" PRIMARY KEY ("conversation")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.Sql(
                """
                CREATE TABLE "help_note" (
                    "conversation" BLOB NOT NULL,
                    "sequence" INTEGER NOT NULL,
                    "hour" INTEGER NOT NULL,
                    "box" BLOB NOT NULL,
                    CONSTRAINT "pk_help_note" PRIMARY KEY ("conversation", "sequence")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "help_outcome",
                columns: table => new
                {
                    desk = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_outcome", x => new { x.desk, x.day, x.code });
                });

            migrationBuilder.CreateTable(
                name: "help_recovery",
                columns: table => new
                {
                    desk = table.Column<int>(type: "INTEGER", nullable: false),
                    member = table.Column<string>(type: "TEXT", nullable: false),
                    generation = table.Column<int>(type: "INTEGER", nullable: false),
                    @public = table.Column<byte[]>(name: "public", type: "BLOB", nullable: false),
                    box = table.Column<byte[]>(type: "BLOB", nullable: false),
                    agreed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_recovery", x => x.desk);
                });

            migrationBuilder.CreateIndex(
                name: "ix_help_conversation_desk_waits",
                table: "help_conversation",
                columns: new[] { "desk", "waits" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_adviser");

            migrationBuilder.DropTable(
                name: "help_desk");

            migrationBuilder.DropTable(
                name: "help_desk_box");

            migrationBuilder.DropTable(
                name: "help_desk_key");

            migrationBuilder.DropTable(
                name: "help_flag");

            migrationBuilder.DropTable(
                name: "help_lease");

            migrationBuilder.DropTable(
                name: "help_note");

            migrationBuilder.DropTable(
                name: "help_outcome");

            migrationBuilder.DropTable(
                name: "help_recovery");

            migrationBuilder.DropIndex(
                name: "ix_help_conversation_desk_waits",
                table: "help_conversation");

            migrationBuilder.DropColumn(
                name: "desk_generation",
                table: "help_wrap");

            migrationBuilder.DropColumn(
                name: "label",
                table: "help_conversation");

            migrationBuilder.DropColumn(
                name: "recovered",
                table: "help_conversation");

            migrationBuilder.DropColumn(
                name: "waits",
                table: "help_conversation");
        }
    }
}
