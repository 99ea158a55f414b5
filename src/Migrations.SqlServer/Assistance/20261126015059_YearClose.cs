using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Assistance
{
    /// <inheritdoc />
    public partial class YearClose : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "year_closings",
                schema: "assistance",
                columns: table => new
                {
                    Year = table.Column<int>(type: "int", nullable: false),
                    FirstById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirstByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    FirstAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SecondById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SecondByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Entries = table.Column<int>(type: "int", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    LastSequence = table.Column<long>(type: "bigint", nullable: false),
                    LedgerHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Warnings = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Lines = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    FileHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    File = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_year_closings", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "years",
                schema: "assistance",
                columns: table => new
                {
                    Year = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FirstById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FirstByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    FirstAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FirstEntries = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_years", x => x.Year);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_totals_MonthNumber",
                schema: "assistance",
                table: "ledger_totals",
                column: "MonthNumber");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "year_closings",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "years",
                schema: "assistance");

            migrationBuilder.DropIndex(
                name: "IX_ledger_totals_MonthNumber",
                schema: "assistance",
                table: "ledger_totals");
        }
    }
}
