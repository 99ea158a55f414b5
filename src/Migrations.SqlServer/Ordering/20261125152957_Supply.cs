using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Ordering
{
    /// <inheritdoc />
    public partial class Supply : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ProposalNote",
                schema: "ordering",
                table: "orders",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ProposalTaken",
                schema: "ordering",
                table: "orders",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "ProposedByName",
                schema: "ordering",
                table: "orders",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ProposedFreightFen",
                schema: "ordering",
                table: "orders",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpectedOn",
                schema: "ordering",
                table: "deliveries",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Station",
                schema: "ordering",
                table: "deliveries",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "delivery_stations",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    SupplyUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Tier = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Place = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Days = table.Column<int>(type: "int", nullable: false),
                    CostFen = table.Column<long>(type: "bigint", nullable: false),
                    WithBus = table.Column<bool>(type: "bit", nullable: false),
                    Closed = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delivery_stations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_delivery_stations_SupplyUnitId",
                schema: "ordering",
                table: "delivery_stations",
                column: "SupplyUnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delivery_stations",
                schema: "ordering");

            migrationBuilder.DropColumn(
                name: "ProposalNote",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ProposalTaken",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ProposedByName",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ProposedFreightFen",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ExpectedOn",
                schema: "ordering",
                table: "deliveries");

            migrationBuilder.DropColumn(
                name: "Station",
                schema: "ordering",
                table: "deliveries");
        }
    }
}
