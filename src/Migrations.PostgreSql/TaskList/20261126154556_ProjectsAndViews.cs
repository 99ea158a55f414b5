using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Commerce.Migrations.PostgreSql.TaskList
{
    /// <inheritdoc />
    public partial class ProjectsAndViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "BoughtOn",
                schema: "tasks",
                table: "village_purchases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OutletId",
                schema: "tasks",
                table: "village_purchases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                schema: "tasks",
                table: "tasks",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "known_campaigns",
                schema: "tasks",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    OutletIds = table.Column<string>(type: "character varying(6600)", unicode: false, maxLength: 6600, nullable: false),
                    ProductIds = table.Column<string>(type: "character varying(6600)", unicode: false, maxLength: 6600, nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_campaigns", x => x.CampaignId);
                });

            migrationBuilder.CreateTable(
                name: "known_people",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonVersion = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Disabled = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_people", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ListId = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaderName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Sample = table.Column<bool>(type: "boolean", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_views", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "project_figures",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Target = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_figures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_project_figures_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalSchema: "tasks",
                        principalTable: "projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "project_steps",
                schema: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Aim = table.Column<bool>(type: "boolean", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Evidence = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DoneById = table.Column<Guid>(type: "uuid", nullable: true),
                    DoneByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    SaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_project_steps_projects_ProjectId",
                        column: x => x.ProjectId,
                        principalSchema: "tasks",
                        principalTable: "projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "project_values",
                schema: "tasks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FigureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_values", x => x.Position);
                    table.ForeignKey(
                        name: "FK_project_values_project_figures_FigureId",
                        column: x => x.FigureId,
                        principalSchema: "tasks",
                        principalTable: "project_figures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_project_figures_ProjectId",
                schema: "tasks",
                table: "project_figures",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_project_steps_FileId",
                schema: "tasks",
                table: "project_steps",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_project_steps_ProjectId",
                schema: "tasks",
                table: "project_steps",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_project_values_FigureId",
                schema: "tasks",
                table: "project_values",
                column: "FigureId");

            migrationBuilder.CreateIndex(
                name: "IX_project_values_FileId",
                schema: "tasks",
                table: "project_values",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_projects_ListId",
                schema: "tasks",
                table: "projects",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_projects_TaskId_Name",
                schema: "tasks",
                table: "projects",
                columns: new[] { "TaskId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_PersonId_Name",
                schema: "tasks",
                table: "saved_views",
                columns: new[] { "PersonId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_campaigns",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "known_people",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "project_steps",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "project_values",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "saved_views",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "project_figures",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "projects",
                schema: "tasks");

            migrationBuilder.DropColumn(
                name: "BoughtOn",
                schema: "tasks",
                table: "village_purchases");

            migrationBuilder.DropColumn(
                name: "OutletId",
                schema: "tasks",
                table: "village_purchases");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                schema: "tasks",
                table: "tasks");
        }
    }
}
