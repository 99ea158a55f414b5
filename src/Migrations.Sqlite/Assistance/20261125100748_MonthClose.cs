using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Assistance
{
    /// <inheritdoc />
    public partial class MonthClose : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_ledger_totals",
                table: "ledger_totals");

            migrationBuilder.AddColumn<bool>(
                name: "Designated",
                table: "ledger_totals",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "AdjustsMonthNumber",
                table: "ledger_totals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ForwardFromNumber",
                table: "ledger_totals",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "AdjustsMonthNumber",
                table: "ledger_entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Designated",
                table: "ledger_entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddPrimaryKey(
                name: "PK_ledger_totals",
                table: "ledger_totals",
                columns: new[] { "UnitId", "MonthNumber", "VillageId", "ProductId", "ProducerId", "Purpose", "Channel", "OutletId", "Dimension", "Sample", "Designated", "AdjustsMonthNumber", "ForwardFromNumber" });

            migrationBuilder.CreateTable(
                name: "known_designations",
                columns: table => new
                {
                    DesignationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountyCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SaidAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_designations", x => x.DesignationId);
                });

            migrationBuilder.CreateTable(
                name: "known_units",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StatedVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_units", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "month_confirmations",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MonthNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Entries = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_month_confirmations", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "month_files",
                columns: table => new
                {
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_month_files", x => new { x.VersionId, x.UnitId });
                });

            migrationBuilder.CreateTable(
                name: "month_reopenings",
                columns: table => new
                {
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_month_reopenings", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "month_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MonthNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstById = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FirstAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SecondById = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecondByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Entries = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Unconfirmed = table.Column<int>(type: "INTEGER", nullable: false),
                    LastSequence = table.Column<long>(type: "INTEGER", nullable: false),
                    LedgerHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Lines = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_month_versions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "months",
                columns: table => new
                {
                    MonthNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FirstById = table.Column<Guid>(type: "TEXT", nullable: true),
                    FirstByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FirstAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FirstEntries = table.Column<int>(type: "INTEGER", nullable: false),
                    Closings = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_months", x => x.MonthNumber);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_MonthNumber_AdjustsMonthNumber",
                table: "ledger_entries",
                columns: new[] { "MonthNumber", "AdjustsMonthNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_known_designations_CountyCode",
                table: "known_designations",
                column: "CountyCode");

            migrationBuilder.CreateIndex(
                name: "IX_known_units_UnitId",
                table: "known_units",
                column: "UnitId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_month_confirmations_Id",
                table: "month_confirmations",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_month_confirmations_MonthNumber_UnitId",
                table: "month_confirmations",
                columns: new[] { "MonthNumber", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_month_versions_MonthNumber_Number",
                table: "month_versions",
                columns: new[] { "MonthNumber", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_designations");

            migrationBuilder.DropTable(
                name: "known_units");

            migrationBuilder.DropTable(
                name: "month_confirmations");

            migrationBuilder.DropTable(
                name: "month_files");

            migrationBuilder.DropTable(
                name: "month_reopenings");

            migrationBuilder.DropTable(
                name: "month_versions");

            migrationBuilder.DropTable(
                name: "months");

            migrationBuilder.DropPrimaryKey(
                name: "PK_ledger_totals",
                table: "ledger_totals");

            migrationBuilder.DropIndex(
                name: "IX_ledger_entries_MonthNumber_AdjustsMonthNumber",
                table: "ledger_entries");

            migrationBuilder.DropColumn(
                name: "Designated",
                table: "ledger_totals");

            migrationBuilder.DropColumn(
                name: "AdjustsMonthNumber",
                table: "ledger_totals");

            migrationBuilder.DropColumn(
                name: "ForwardFromNumber",
                table: "ledger_totals");

            migrationBuilder.DropColumn(
                name: "AdjustsMonthNumber",
                table: "ledger_entries");

            migrationBuilder.DropColumn(
                name: "Designated",
                table: "ledger_entries");

            migrationBuilder.AddPrimaryKey(
                name: "PK_ledger_totals",
                table: "ledger_totals",
                columns: new[] { "UnitId", "MonthNumber", "VillageId", "ProductId", "ProducerId", "Purpose", "Channel", "OutletId", "Dimension", "Sample" });
        }
    }
}
