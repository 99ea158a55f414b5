using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Assistance
{
    /// <inheritdoc />
    public partial class YearClose : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "year_closings",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstById = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FirstAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SecondById = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Entries = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    LedgerHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Warnings = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    File = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_year_closings", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "years",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FirstById = table.Column<Guid>(type: "TEXT", nullable: true),
                    FirstByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FirstAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FirstEntries = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_years", x => x.Year);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_totals_MonthNumber",
                table: "ledger_totals",
                column: "MonthNumber");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "year_closings");

            migrationBuilder.DropTable(
                name: "years");

            migrationBuilder.DropIndex(
                name: "IX_ledger_totals_MonthNumber",
                table: "ledger_totals");
        }
    }
}
