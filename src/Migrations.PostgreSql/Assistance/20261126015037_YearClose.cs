using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Assistance
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
                    Year = table.Column<int>(type: "integer", nullable: false),
                    FirstById = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    FirstAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SecondById = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Entries = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    LastSequence = table.Column<long>(type: "bigint", nullable: false),
                    LedgerHash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Warnings = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Lines = table.Column<string>(type: "text", nullable: false),
                    FileHash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    File = table.Column<byte[]>(type: "bytea", nullable: false)
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
                    Year = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FirstById = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    FirstAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FirstEntries = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
