using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Ordering
{
    /// <inheritdoc />
    public partial class StockKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "BatchId",
                schema: "ordering",
                table: "stock_movements",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cause",
                schema: "ordering",
                table: "stock_movements",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpiresOn",
                schema: "ordering",
                table: "stock_movements",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                schema: "ordering",
                table: "stock_movements",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Correction");

            migrationBuilder.AddColumn<DateOnly>(
                name: "MadeOn",
                schema: "ordering",
                table: "stock_movements",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TransferId",
                schema: "ordering",
                table: "stock_movements",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ValueFen",
                schema: "ordering",
                table: "stock_movements",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "known_outlets",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    OperatorUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_outlets", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_outlets",
                schema: "ordering");

            migrationBuilder.DropColumn(
                name: "BatchId",
                schema: "ordering",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "Cause",
                schema: "ordering",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "ExpiresOn",
                schema: "ordering",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "Kind",
                schema: "ordering",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "MadeOn",
                schema: "ordering",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "TransferId",
                schema: "ordering",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "ValueFen",
                schema: "ordering",
                table: "stock_movements");
        }
    }
}
