using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Ordering
{
    /// <inheritdoc />
    public partial class ApprovalPolicies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Awaits",
                schema: "ordering",
                table: "orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Approver");

            migrationBuilder.AddColumn<int>(
                name: "AwaitsLevel",
                schema: "ordering",
                table: "orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "PolicyId",
                schema: "ordering",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProcurementBasis",
                schema: "ordering",
                table: "orders",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProcurementDocument",
                schema: "ordering",
                table: "orders",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProcurementMethod",
                schema: "ordering",
                table: "orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Flag",
                schema: "ordering",
                table: "approvals",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FromFen",
                schema: "ordering",
                table: "approvals",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "PolicyId",
                schema: "ordering",
                table: "approvals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Role",
                schema: "ordering",
                table: "approvals",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Approver");

            migrationBuilder.CreateTable(
                name: "approval_policies",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    SetAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SetByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SplitDays = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approval_policies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "procurement_limits",
                schema: "ordering",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    LimitFen = table.Column<long>(type: "bigint", nullable: false),
                    SetByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procurement_limits", x => new { x.UnitId, x.Purpose, x.ValidFrom });
                });

            migrationBuilder.CreateTable(
                name: "approval_rules",
                schema: "ordering",
                columns: table => new
                {
                    PolicyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    FromFen = table.Column<long>(type: "bigint", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approval_rules", x => new { x.PolicyId, x.Position });
                    table.ForeignKey(
                        name: "FK_approval_rules_approval_policies_PolicyId",
                        column: x => x.PolicyId,
                        principalSchema: "ordering",
                        principalTable: "approval_policies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_approval_policies_UnitId_Number",
                schema: "ordering",
                table: "approval_policies",
                columns: new[] { "UnitId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approval_rules",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "procurement_limits",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "approval_policies",
                schema: "ordering");

            migrationBuilder.DropColumn(
                name: "Awaits",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "AwaitsLevel",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "PolicyId",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ProcurementBasis",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ProcurementDocument",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ProcurementMethod",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "Flag",
                schema: "ordering",
                table: "approvals");

            migrationBuilder.DropColumn(
                name: "FromFen",
                schema: "ordering",
                table: "approvals");

            migrationBuilder.DropColumn(
                name: "PolicyId",
                schema: "ordering",
                table: "approvals");

            migrationBuilder.DropColumn(
                name: "Role",
                schema: "ordering",
                table: "approvals");
        }
    }
}
