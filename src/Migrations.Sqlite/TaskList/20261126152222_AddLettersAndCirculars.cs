using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.TaskList
{
    /// <inheritdoc />
    public partial class AddLettersAndCirculars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "chases",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MilestoneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chases", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "circular_documents",
                columns: table => new
                {
                    CircularId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circular_documents", x => x.CircularId);
                });

            migrationBuilder.CreateTable(
                name: "circulars",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Opening = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Demands = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Corrects = table.Column<Guid>(type: "TEXT", nullable: true),
                    DraftedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    NumberKey = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IssuedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    IssuedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_circulars", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "letters",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MilestoneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Addressee = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Derived = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LightChinese = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    LightEnglish = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Colour = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RaisedReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Demand = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ReplyDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PrintedDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DraftedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DraftedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    DraftedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    NumberKey = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    MatterKey = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IssuedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    IssuedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Escalates = table.Column<Guid>(type: "TEXT", nullable: true),
                    EscalatedIn = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClosedNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    Superseded = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letters", x => x.Position);
                    table.UniqueConstraint("AK_letters_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "letter_replies",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Late = table.Column<bool>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReturnedReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ReturnedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReturnedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_replies", x => x.Position);
                    table.UniqueConstraint("AK_letter_replies_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_letter_replies_letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "letter_reply_files",
                columns: table => new
                {
                    ReplyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_reply_files", x => new { x.ReplyId, x.FileId });
                    table.ForeignKey(
                        name: "FK_letter_reply_files_letter_replies_ReplyId",
                        column: x => x.ReplyId,
                        principalTable: "letter_replies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_chases_Id",
                table: "chases",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_chases_ListId",
                table: "chases",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_chases_UnitId",
                table: "chases",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_circulars_Id",
                table: "circulars",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_circulars_ListId",
                table: "circulars",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_circulars_NumberKey",
                table: "circulars",
                column: "NumberKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letter_replies_Id",
                table: "letter_replies",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letter_replies_LetterId",
                table: "letter_replies",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_letter_reply_files_FileId",
                table: "letter_reply_files",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_letters_Id",
                table: "letters",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letters_ListId",
                table: "letters",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_letters_MatterKey",
                table: "letters",
                column: "MatterKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letters_NumberKey",
                table: "letters",
                column: "NumberKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letters_UnitId",
                table: "letters",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "chases");

            migrationBuilder.DropTable(
                name: "circular_documents");

            migrationBuilder.DropTable(
                name: "circulars");

            migrationBuilder.DropTable(
                name: "letter_reply_files");

            migrationBuilder.DropTable(
                name: "letter_replies");

            migrationBuilder.DropTable(
                name: "letters");
        }
    }
}
