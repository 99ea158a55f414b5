using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.TaskList
{
    /// <inheritdoc />
    public partial class AddRounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "round_answers",
                schema: "tasks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ListId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Narrative = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    AnsweredById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AnsweredByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReturnedReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ReviewedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReviewedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_answers", x => x.Position);
                    table.UniqueConstraint("AK_round_answers_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "round_links",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    TokenHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    IssuedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IssuedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithdrawnById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WithdrawnByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Uses = table.Column<int>(type: "int", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                schema: "tasks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ListId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TaskId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Project = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpenedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Summary = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    WithdrawnReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    EndedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    EndedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rounds", x => x.Position);
                    table.UniqueConstraint("AK_rounds_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "round_figures",
                schema: "tasks",
                columns: table => new
                {
                    AnswerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MetricId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_figures", x => new { x.AnswerId, x.MetricId });
                    table.ForeignKey(
                        name: "FK_round_figures_round_answers_AnswerId",
                        column: x => x.AnswerId,
                        principalSchema: "tasks",
                        principalTable: "round_answers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "round_files",
                schema: "tasks",
                columns: table => new
                {
                    AnswerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_files", x => new { x.AnswerId, x.FileId });
                    table.ForeignKey(
                        name: "FK_round_files_round_answers_AnswerId",
                        column: x => x.AnswerId,
                        principalSchema: "tasks",
                        principalTable: "round_answers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "round_percents",
                schema: "tasks",
                columns: table => new
                {
                    AnswerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Percent = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_percents", x => new { x.AnswerId, x.MeasureId });
                    table.ForeignKey(
                        name: "FK_round_percents_round_answers_AnswerId",
                        column: x => x.AnswerId,
                        principalSchema: "tasks",
                        principalTable: "round_answers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "round_measures",
                schema: "tasks",
                columns: table => new
                {
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AsksPercent = table.Column<bool>(type: "bit", nullable: false),
                    Counts = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_measures", x => new { x.RoundId, x.MeasureId });
                    table.ForeignKey(
                        name: "FK_round_measures_rounds_RoundId",
                        column: x => x.RoundId,
                        principalSchema: "tasks",
                        principalTable: "rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "round_metrics",
                schema: "tasks",
                columns: table => new
                {
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MetricId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Baseline = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_metrics", x => new { x.RoundId, x.MetricId });
                    table.ForeignKey(
                        name: "FK_round_metrics_rounds_RoundId",
                        column: x => x.RoundId,
                        principalSchema: "tasks",
                        principalTable: "rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "round_units",
                schema: "tasks",
                columns: table => new
                {
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Outside = table.Column<bool>(type: "bit", nullable: false),
                    MissingReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_units", x => new { x.RoundId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_round_units_rounds_RoundId",
                        column: x => x.RoundId,
                        principalSchema: "tasks",
                        principalTable: "rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_round_answers_Id",
                schema: "tasks",
                table: "round_answers",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_answers_ListId",
                schema: "tasks",
                table: "round_answers",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_round_answers_RoundId_UnitId_Number",
                schema: "tasks",
                table: "round_answers",
                columns: new[] { "RoundId", "UnitId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_files_FileId",
                schema: "tasks",
                table: "round_files",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_round_links_RoundId_UnitId",
                schema: "tasks",
                table: "round_links",
                columns: new[] { "RoundId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_round_units_UnitId",
                schema: "tasks",
                table: "round_units",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_rounds_Id",
                schema: "tasks",
                table: "rounds",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rounds_ListId",
                schema: "tasks",
                table: "rounds",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_rounds_TaskId",
                schema: "tasks",
                table: "rounds",
                column: "TaskId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "round_figures",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "round_files",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "round_links",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "round_measures",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "round_metrics",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "round_percents",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "round_units",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "round_answers",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "rounds",
                schema: "tasks");
        }
    }
}
