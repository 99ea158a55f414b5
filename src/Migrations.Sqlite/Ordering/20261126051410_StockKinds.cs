using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Ordering
{
    /// <inheritdoc />
    public partial class StockKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "BatchId",
                table: "stock_movements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cause",
                table: "stock_movements",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpiresOn",
                table: "stock_movements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "stock_movements",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Correction");

            migrationBuilder.AddColumn<DateOnly>(
                name: "MadeOn",
                table: "stock_movements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TransferId",
                table: "stock_movements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ValueFen",
                table: "stock_movements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "known_outlets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OperatorUnitId = table.Column<Guid>(type: "TEXT", nullable: true)
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
                name: "known_outlets");

            migrationBuilder.DropColumn(
                name: "BatchId",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "Cause",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "ExpiresOn",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "MadeOn",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "TransferId",
                table: "stock_movements");

            migrationBuilder.DropColumn(
                name: "ValueFen",
                table: "stock_movements");
        }
    }
}
