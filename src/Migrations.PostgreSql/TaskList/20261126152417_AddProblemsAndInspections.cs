using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Commerce.Migrations.PostgreSql.TaskList
{
    /// <inheritdoc />
    public partial class AddProblemsAndInspections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "inspection_figures",
                schema: "tasks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InspectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    County = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Checked = table.Column<int>(type: "integer", nullable: false),
                    Found = table.Column<int>(type: "integer", nullable: false),
                    Mended = table.Column<int>(type: "integer", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspection_figures", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "inspections",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ListId = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    OfCounties = table.Column<bool>(type: "boolean", nullable: false),
                    OfCities = table.Column<bool>(type: "boolean", nullable: false),
                    OfProvince = table.Column<bool>(type: "boolean", nullable: false),
                    Seed = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    DrawnById = table.Column<Guid>(type: "uuid", nullable: true),
                    DrawnByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    DrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OpenedById = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "owned_files",
                schema: "tasks",
                columns: table => new
                {
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_owned_files", x => new { x.OwnerId, x.FileId });
                });

            migrationBuilder.CreateTable(
                name: "problem_acts",
                schema: "tasks",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Before = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    After = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_problem_acts", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "problem_extensions",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    NewDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    RequestedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Comment = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_problem_extensions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "problem_rechecks",
                schema: "tasks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_problem_rechecks", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "problem_reports",
                schema: "tasks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Narrative = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    MendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Similar = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    SimilarFound = table.Column<int>(type: "integer", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_problem_reports", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "problems",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Measures = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ActionId = table.Column<Guid>(type: "uuid", nullable: true),
                    InspectionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    County = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WorkingDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExtendedTo = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MendedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SaidById = table.Column<Guid>(type: "uuid", nullable: true),
                    SaidByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    SaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReturnedReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ClosedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecheckedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_problems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "special_actions",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ListId = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SummaryDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SavedById = table.Column<Guid>(type: "uuid", nullable: false),
                    SavedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Summary = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    SummarisedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SummaryUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    SummaryById = table.Column<Guid>(type: "uuid", nullable: true),
                    SummaryByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_special_actions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "inspection_counties",
                schema: "tasks",
                columns: table => new
                {
                    InspectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Drawn = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspection_counties", x => new { x.InspectionId, x.Name });
                    table.ForeignKey(
                        name: "FK_inspection_counties_inspections_InspectionId",
                        column: x => x.InspectionId,
                        principalSchema: "tasks",
                        principalTable: "inspections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "problem_partners",
                schema: "tasks",
                columns: table => new
                {
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_problem_partners", x => new { x.ProblemId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_problem_partners_problems_ProblemId",
                        column: x => x.ProblemId,
                        principalSchema: "tasks",
                        principalTable: "problems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_inspection_figures_Id",
                schema: "tasks",
                table: "inspection_figures",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inspection_figures_InspectionId_Level_County_Number",
                schema: "tasks",
                table: "inspection_figures",
                columns: new[] { "InspectionId", "Level", "County", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inspections_ListId",
                schema: "tasks",
                table: "inspections",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_owned_files_FileId",
                schema: "tasks",
                table: "owned_files",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_problem_acts_ProblemId",
                schema: "tasks",
                table: "problem_acts",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_problem_extensions_ProblemId",
                schema: "tasks",
                table: "problem_extensions",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_problem_partners_UnitId",
                schema: "tasks",
                table: "problem_partners",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_problem_rechecks_Id",
                schema: "tasks",
                table: "problem_rechecks",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_problem_rechecks_ProblemId",
                schema: "tasks",
                table: "problem_rechecks",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_problem_reports_Id",
                schema: "tasks",
                table: "problem_reports",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_problem_reports_ProblemId",
                schema: "tasks",
                table: "problem_reports",
                column: "ProblemId");

            migrationBuilder.CreateIndex(
                name: "IX_problems_ActionId",
                schema: "tasks",
                table: "problems",
                column: "ActionId");

            migrationBuilder.CreateIndex(
                name: "IX_problems_InspectionId",
                schema: "tasks",
                table: "problems",
                column: "InspectionId");

            migrationBuilder.CreateIndex(
                name: "IX_problems_Position",
                schema: "tasks",
                table: "problems",
                column: "Position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_problems_State_WorkingDueOn",
                schema: "tasks",
                table: "problems",
                columns: new[] { "State", "WorkingDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_problems_UnitId",
                schema: "tasks",
                table: "problems",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_special_actions_ListId",
                schema: "tasks",
                table: "special_actions",
                column: "ListId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inspection_counties",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "inspection_figures",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "owned_files",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "problem_acts",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "problem_extensions",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "problem_partners",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "problem_rechecks",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "problem_reports",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "special_actions",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "inspections",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "problems",
                schema: "tasks");
        }
    }
}
