using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Commerce.Migrations.PostgreSql.TaskList
{
    /// <inheritdoc />
    public partial class AddLettersAndCirculars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "chases",
                schema: "tasks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ListId = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: true),
                    MilestoneId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Word = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chases", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "circular_documents",
                schema: "tasks",
                columns: table => new
                {
                    CircularId = table.Column<Guid>(type: "uuid", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circular_documents", x => x.CircularId);
                });

            migrationBuilder.CreateTable(
                name: "circulars",
                schema: "tasks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ListId = table.Column<Guid>(type: "uuid", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Office = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Opening = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Demands = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Corrects = table.Column<Guid>(type: "uuid", nullable: true),
                    DraftedById = table.Column<Guid>(type: "uuid", nullable: false),
                    DraftedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    NumberKey = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IssuedById = table.Column<Guid>(type: "uuid", nullable: true),
                    IssuedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: true),
                    Sha256 = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    Sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circulars", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "letters",
                schema: "tasks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ListId = table.Column<Guid>(type: "uuid", nullable: false),
                    TaskId = table.Column<Guid>(type: "uuid", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uuid", nullable: true),
                    MilestoneId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Addressee = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Office = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Derived = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    LightChinese = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    LightEnglish = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Colour = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RaisedReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Demand = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ReplyDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PrintedDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DraftedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DraftedById = table.Column<Guid>(type: "uuid", nullable: false),
                    DraftedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    NumberKey = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: false),
                    MatterKey = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IssuedById = table.Column<Guid>(type: "uuid", nullable: true),
                    IssuedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Escalates = table.Column<Guid>(type: "uuid", nullable: true),
                    EscalatedIn = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ClosedNote = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Sample = table.Column<bool>(type: "boolean", nullable: false),
                    Superseded = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letters", x => x.Position);
                    table.UniqueConstraint("AK_letters_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "letter_replies",
                schema: "tasks",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LetterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReturnedReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ReturnedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ReturnedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_replies", x => x.Position);
                    table.UniqueConstraint("AK_letter_replies_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_letter_replies_letters_LetterId",
                        column: x => x.LetterId,
                        principalSchema: "tasks",
                        principalTable: "letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "letter_reply_files",
                schema: "tasks",
                columns: table => new
                {
                    ReplyId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_reply_files", x => new { x.ReplyId, x.FileId });
                    table.ForeignKey(
                        name: "FK_letter_reply_files_letter_replies_ReplyId",
                        column: x => x.ReplyId,
                        principalSchema: "tasks",
                        principalTable: "letter_replies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_chases_Id",
                schema: "tasks",
                table: "chases",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_chases_ListId",
                schema: "tasks",
                table: "chases",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_chases_UnitId",
                schema: "tasks",
                table: "chases",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_circulars_Id",
                schema: "tasks",
                table: "circulars",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_circulars_ListId",
                schema: "tasks",
                table: "circulars",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_circulars_NumberKey",
                schema: "tasks",
                table: "circulars",
                column: "NumberKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letter_replies_Id",
                schema: "tasks",
                table: "letter_replies",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letter_replies_LetterId",
                schema: "tasks",
                table: "letter_replies",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_letter_reply_files_FileId",
                schema: "tasks",
                table: "letter_reply_files",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_letters_Id",
                schema: "tasks",
                table: "letters",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letters_ListId",
                schema: "tasks",
                table: "letters",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_letters_MatterKey",
                schema: "tasks",
                table: "letters",
                column: "MatterKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letters_NumberKey",
                schema: "tasks",
                table: "letters",
                column: "NumberKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letters_UnitId",
                schema: "tasks",
                table: "letters",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "chases",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "circular_documents",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "circulars",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "letter_reply_files",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "letter_replies",
                schema: "tasks");

            migrationBuilder.DropTable(
                name: "letters",
                schema: "tasks");
        }
    }
}
