using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Migrations.Postgres.Staff
{
    /// <inheritdoc />
    public partial class StaffAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "staff");

            migrationBuilder.CreateTable(
                name: "staff_audit",
                schema: "staff",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_audit", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "staff_audit_head",
                schema: "staff",
                columns: table => new
                {
                    day = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    signature = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_audit_head", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "staff_invitation",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    @for = table.Column<string>(name: "for", type: "text", nullable: true),
                    called = table.Column<string>(type: "text", nullable: true),
                    role_words = table.Column<string>(type: "text", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_invitation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_keyring",
                schema: "staff",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_keyring", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "staff_member",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: true),
                    normalized_user_name = table.Column<string>(type: "text", nullable: true),
                    called = table.Column<string>(type: "text", nullable: false),
                    role_words = table.Column<string>(type: "text", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false),
                    joined_at = table.Column<long>(type: "bigint", nullable: false),
                    removed_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff_login",
                schema: "staff",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_staff_login_staff_member_user_id",
                        column: x => x.user_id,
                        principalSchema: "staff",
                        principalTable: "staff_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_passkey",
                schema: "staff",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_staff_passkey_staff_member_user_id",
                        column: x => x.user_id,
                        principalSchema: "staff",
                        principalTable: "staff_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_session",
                schema: "staff",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    member = table.Column<string>(type: "text", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_session_staff_member_member",
                        column: x => x.member,
                        principalSchema: "staff",
                        principalTable: "staff_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_token",
                schema: "staff",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "text", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_staff_token_staff_member_user_id",
                        column: x => x.user_id,
                        principalSchema: "staff",
                        principalTable: "staff_member",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_staff_login_user_id",
                schema: "staff",
                table: "staff_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_member_normalized_user_name",
                schema: "staff",
                table: "staff_member",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_passkey_user_id",
                schema: "staff",
                table: "staff_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_session_member",
                schema: "staff",
                table: "staff_session",
                column: "member");

            // By hand: what staff did is never changed.
            migrationBuilder.Sql(
                """
                CREATE FUNCTION staff.staff_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME; END $$;
                CREATE TRIGGER staff_audit_no_change BEFORE UPDATE OR DELETE ON staff.staff_audit
                FOR EACH ROW EXECUTE FUNCTION staff.staff_refuse_change();
                CREATE TRIGGER staff_audit_no_truncate BEFORE TRUNCATE ON staff.staff_audit
                FOR EACH STATEMENT EXECUTE FUNCTION staff.staff_refuse_change();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "staff_audit",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "staff_audit_head",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "staff_invitation",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "staff_keyring",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "staff_login",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "staff_passkey",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "staff_session",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "staff_token",
                schema: "staff");

            migrationBuilder.DropTable(
                name: "staff_member",
                schema: "staff");

            migrationBuilder.Sql("DROP FUNCTION staff.staff_refuse_change();");
        }
    }
}
