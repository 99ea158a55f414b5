using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Assistance
{
    /// <inheritdoc />
    public partial class DaySheets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "OnBehalf",
                schema: "assistance",
                table: "ledger_entries",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "day_sheets",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sample = table.Column<bool>(type: "bit", nullable: false),
                    TypedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TypedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    TypedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SubmittedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubmittedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ConfirmedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SentBackByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    SentBackReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_sheets", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "known_outlets",
                schema: "assistance",
                columns: table => new
                {
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StatedVersion = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OperatorUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sample = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_outlets", x => x.OutletId);
                });

            migrationBuilder.CreateTable(
                name: "day_sheet_lines",
                schema: "assistance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SheetPosition = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    ProductId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Goods = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    VillageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stock = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Recognised = table.Column<bool>(type: "bit", nullable: false),
                    QuantityMilli = table.Column<long>(type: "bigint", nullable: false),
                    QuantityUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    RefundsLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_day_sheet_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_day_sheet_lines_day_sheets_SheetPosition",
                        column: x => x.SheetPosition,
                        principalSchema: "assistance",
                        principalTable: "day_sheets",
                        principalColumn: "Position",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_Channel_MonthNumber",
                schema: "assistance",
                table: "ledger_entries",
                columns: new[] { "Channel", "MonthNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_day_sheet_lines_RefundsLineId",
                schema: "assistance",
                table: "day_sheet_lines",
                column: "RefundsLineId");

            migrationBuilder.CreateIndex(
                name: "IX_day_sheet_lines_SheetPosition",
                schema: "assistance",
                table: "day_sheet_lines",
                column: "SheetPosition");

            migrationBuilder.CreateIndex(
                name: "IX_day_sheets_Id",
                schema: "assistance",
                table: "day_sheets",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_day_sheets_OutletId_Day",
                schema: "assistance",
                table: "day_sheets",
                columns: new[] { "OutletId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_day_sheets_State_UnitId",
                schema: "assistance",
                table: "day_sheets",
                columns: new[] { "State", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_known_outlets_OperatorUnitId",
                schema: "assistance",
                table: "known_outlets",
                column: "OperatorUnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "day_sheet_lines",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "known_outlets",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "day_sheets",
                schema: "assistance");

            migrationBuilder.DropIndex(
                name: "IX_ledger_entries_Channel_MonthNumber",
                schema: "assistance",
                table: "ledger_entries");

            migrationBuilder.DropColumn(
                name: "OnBehalf",
                schema: "assistance",
                table: "ledger_entries");
        }
    }
}
