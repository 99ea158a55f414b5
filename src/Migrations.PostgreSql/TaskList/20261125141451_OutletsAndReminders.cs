using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.TaskList
{
    /// <inheritdoc />
    public partial class OutletsAndReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "known_pairs",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Expressway = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_pairs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outlet_statements",
                schema: "tasks",
                columns: table => new
                {
                    OutletId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PairId = table.Column<Guid>(type: "uuid", nullable: true),
                    Direction = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Working = table.Column<bool>(type: "boolean", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: true),
                    OwnStore = table.Column<bool>(type: "boolean", nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outlet_statements", x => new { x.OutletId, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                schema: "tasks",
                columns: table => new
                {
                    MilestoneId = table.Column<Guid>(type: "uuid", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => new { x.MilestoneId, x.DueOn, x.Level, x.UnitId });
                });

            migrationBuilder.CreateTable(
                name: "shelved_kinds",
                schema: "tasks",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    Statement = table.Column<long>(type: "bigint", nullable: false),
                    OutletId = table.Column<Guid>(type: "uuid", nullable: false),
                    SpeciesId = table.Column<Guid>(type: "uuid", nullable: false),
                    SpeciesName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    BaselineFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    BaselineTo = table.Column<DateOnly>(type: "date", nullable: true),
                    ProductName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shelved_kinds", x => x.OfferId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_UnitId",
                schema: "tasks",
                table: "reminders",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_pairs",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "outlet_statements",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "reminders",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "shelved_kinds",
                schema: "tasks");
        }
    }
}
