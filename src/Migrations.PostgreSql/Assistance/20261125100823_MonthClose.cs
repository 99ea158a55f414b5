using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Assistance
{
    /// <inheritdoc />
    public partial class MonthClose : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_ledger_totals",
                schema: "assistance",
                table: "ledger_totals");

            migrationBuilder.AddColumn<bool>(
                name: "Designated",
                schema: "assistance",
                table: "ledger_totals",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "AdjustsMonthNumber",
                schema: "assistance",
                table: "ledger_totals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ForwardFromNumber",
                schema: "assistance",
                table: "ledger_totals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "AdjustsMonthNumber",
                schema: "assistance",
                table: "ledger_entries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Designated",
                schema: "assistance",
                table: "ledger_entries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddPrimaryKey(
                name: "PK_ledger_totals",
                schema: "assistance",
                table: "ledger_totals",
                columns: new[] { "UnitId", "MonthNumber", "VillageId", "ProductId", "ProducerId", "Purpose", "Channel", "OutletId", "Dimension", "Sample", "Designated", "AdjustsMonthNumber", "ForwardFromNumber" });

            migrationBuilder.CreateTable(
                name: "known_designations",
                schema: "assistance",
                columns: table => new
                {
                    DesignationId = table.Column<Guid>(type: "uuid", nullable: false),
                    CountyCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    SaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_designations", x => x.DesignationId);
                });

            migrationBuilder.CreateTable(
                name: "known_units",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    StatedVersion = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_units", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "month_confirmations",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MonthNumber = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Entries = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_month_confirmations", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "month_files",
                schema: "assistance",
                columns: table => new
                {
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_month_files", x => new { x.VersionId, x.UnitId });
                });

            migrationBuilder.CreateTable(
                name: "month_reopenings",
                schema: "assistance",
                columns: table => new
                {
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_month_reopenings", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "month_versions",
                schema: "assistance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MonthNumber = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FirstById = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    FirstAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SecondById = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Entries = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Unconfirmed = table.Column<int>(type: "integer", nullable: false),
                    LastSequence = table.Column<long>(type: "bigint", nullable: false),
                    LedgerHash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Lines = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_month_versions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "months",
                schema: "assistance",
                columns: table => new
                {
                    MonthNumber = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FirstById = table.Column<Guid>(type: "uuid", nullable: true),
                    FirstByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    FirstAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FirstEntries = table.Column<int>(type: "integer", nullable: false),
                    Closings = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_months", x => x.MonthNumber);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_MonthNumber_AdjustsMonthNumber",
                schema: "assistance",
                table: "ledger_entries",
                columns: new[] { "MonthNumber", "AdjustsMonthNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_known_designations_CountyCode",
                schema: "assistance",
                table: "known_designations",
                column: "CountyCode");

            migrationBuilder.CreateIndex(
                name: "IX_known_units_UnitId",
                schema: "assistance",
                table: "known_units",
                column: "UnitId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_month_confirmations_Id",
                schema: "assistance",
                table: "month_confirmations",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_month_confirmations_MonthNumber_UnitId",
                schema: "assistance",
                table: "month_confirmations",
                columns: new[] { "MonthNumber", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_month_versions_MonthNumber_Number",
                schema: "assistance",
                table: "month_versions",
                columns: new[] { "MonthNumber", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_designations",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "known_units",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "month_confirmations",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "month_files",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "month_reopenings",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "month_versions",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "months",
                schema: "assistance");

            migrationBuilder.DropPrimaryKey(
                name: "PK_ledger_totals",
                schema: "assistance",
                table: "ledger_totals");

            migrationBuilder.DropIndex(
                name: "IX_ledger_entries_MonthNumber_AdjustsMonthNumber",
                schema: "assistance",
                table: "ledger_entries");

            migrationBuilder.DropColumn(
                name: "Designated",
                schema: "assistance",
                table: "ledger_totals");

            migrationBuilder.DropColumn(
                name: "AdjustsMonthNumber",
                schema: "assistance",
                table: "ledger_totals");

            migrationBuilder.DropColumn(
                name: "ForwardFromNumber",
                schema: "assistance",
                table: "ledger_totals");

            migrationBuilder.DropColumn(
                name: "AdjustsMonthNumber",
                schema: "assistance",
                table: "ledger_entries");

            migrationBuilder.DropColumn(
                name: "Designated",
                schema: "assistance",
                table: "ledger_entries");

            migrationBuilder.AddPrimaryKey(
                name: "PK_ledger_totals",
                schema: "assistance",
                table: "ledger_totals",
                columns: new[] { "UnitId", "MonthNumber", "VillageId", "ProductId", "ProducerId", "Purpose", "Channel", "OutletId", "Dimension", "Sample" });
        }
    }
}
