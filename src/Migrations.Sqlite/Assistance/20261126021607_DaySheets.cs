using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Assistance
{
    /// <inheritdoc />
    public partial class DaySheets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "OnBehalf",
                table: "ledger_entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "day_sheets",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OutletId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    TypedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    TypedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    TypedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmittedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentBackByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SentBackReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_sheets", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "known_outlets",
                columns: table => new
                {
                    OutletId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StatedVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OperatorUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_outlets", x => x.OutletId);
                });

            migrationBuilder.CreateTable(
                name: "day_sheet_lines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SheetPosition = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Goods = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    VillageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stock = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Recognised = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuantityMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    QuantityUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundsLineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_sheet_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_day_sheet_lines_day_sheets_SheetPosition",
                        column: x => x.SheetPosition,
                        principalTable: "day_sheets",
                        principalColumn: "Position",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_Channel_MonthNumber",
                table: "ledger_entries",
                columns: new[] { "Channel", "MonthNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_day_sheet_lines_RefundsLineId",
                table: "day_sheet_lines",
                column: "RefundsLineId");

            migrationBuilder.CreateIndex(
                name: "IX_day_sheet_lines_SheetPosition",
                table: "day_sheet_lines",
                column: "SheetPosition");

            migrationBuilder.CreateIndex(
                name: "IX_day_sheets_Id",
                table: "day_sheets",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_day_sheets_OutletId_Day",
                table: "day_sheets",
                columns: new[] { "OutletId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_day_sheets_State_UnitId",
                table: "day_sheets",
                columns: new[] { "State", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_known_outlets_OperatorUnitId",
                table: "known_outlets",
                column: "OperatorUnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "day_sheet_lines");

            migrationBuilder.DropTable(
                name: "known_outlets");

            migrationBuilder.DropTable(
                name: "day_sheets");

            migrationBuilder.DropIndex(
                name: "IX_ledger_entries_Channel_MonthNumber",
                table: "ledger_entries");

            migrationBuilder.DropColumn(
                name: "OnBehalf",
                table: "ledger_entries");
        }
    }
}
