using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Ordering
{
    /// <inheritdoc />
    public partial class ApprovalPolicies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Awaits",
                table: "orders",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Approver");

            migrationBuilder.AddColumn<int>(
                name: "AwaitsLevel",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "PolicyId",
                table: "orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProcurementBasis",
                table: "orders",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProcurementDocument",
                table: "orders",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ProcurementMethod",
                table: "orders",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Flag",
                table: "approvals",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FromFen",
                table: "approvals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "PolicyId",
                table: "approvals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Role",
                table: "approvals",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Approver");

            migrationBuilder.CreateTable(
                name: "approval_policies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SetByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SplitDays = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approval_policies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "procurement_limits",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LimitFen = table.Column<long>(type: "INTEGER", nullable: false),
                    SetByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procurement_limits", x => new { x.UnitId, x.Purpose, x.ValidFrom });
                });

            migrationBuilder.CreateTable(
                name: "approval_rules",
                columns: table => new
                {
                    PolicyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FromFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approval_rules", x => new { x.PolicyId, x.Position });
                    table.ForeignKey(
                        name: "FK_approval_rules_approval_policies_PolicyId",
                        column: x => x.PolicyId,
                        principalTable: "approval_policies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_approval_policies_UnitId_Number",
                table: "approval_policies",
                columns: new[] { "UnitId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "approval_rules");

            migrationBuilder.DropTable(
                name: "procurement_limits");

            migrationBuilder.DropTable(
                name: "approval_policies");

            migrationBuilder.DropColumn(
                name: "Awaits",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "AwaitsLevel",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "PolicyId",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ProcurementBasis",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ProcurementDocument",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ProcurementMethod",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "Flag",
                table: "approvals");

            migrationBuilder.DropColumn(
                name: "FromFen",
                table: "approvals");

            migrationBuilder.DropColumn(
                name: "PolicyId",
                table: "approvals");

            migrationBuilder.DropColumn(
                name: "Role",
                table: "approvals");
        }
    }
}
