using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Ordering
{
    /// <inheritdoc />
    public partial class Settlement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "invoices",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    StatementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    IssuerCode = table.Column<string>(type: "varchar(18)", unicode: false, maxLength: 18, nullable: false),
                    IssuerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    CorrectsId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FileId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RegisteredByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TotalFen = table.Column<long>(type: "bigint", nullable: false),
                    TaxFen = table.Column<long>(type: "bigint", nullable: true),
                    Reds = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "payment_terms",
                schema: "ordering",
                columns: table => new
                {
                    SupplyUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<int>(type: "int", nullable: false),
                    Start = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Contract = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_terms", x => new { x.SupplyUnitId, x.UnitId, x.ValidFrom });
                });

            migrationBuilder.CreateTable(
                name: "payments",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    StatementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PayerName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    PayerAccountEnd = table.Column<string>(type: "varchar(4)", unicode: false, maxLength: 4, nullable: true),
                    BankReference = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    SlipKey = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    ReversesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reversed = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    RecordedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "statements",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    SupplyUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    DrawnAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PaymentCode = table.Column<string>(type: "varchar(11)", unicode: false, maxLength: 11, nullable: false),
                    Sample = table.Column<bool>(type: "bit", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    DisputedFen = table.Column<long>(type: "bigint", nullable: false),
                    Unanswered = table.Column<int>(type: "int", nullable: false),
                    InvoicedFen = table.Column<long>(type: "bigint", nullable: false),
                    PaidFen = table.Column<long>(type: "bigint", nullable: false),
                    SupplierById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SupplierByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    SupplierAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OnBehalf = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UnitById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UnitByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    UnitAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "invoice_lines",
                schema: "ordering",
                columns: table => new
                {
                    InvoiceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    TaxBasisPoints = table.Column<int>(type: "int", nullable: true),
                    GrossFen = table.Column<long>(type: "bigint", nullable: false),
                    TaxFen = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice_lines", x => new { x.InvoiceId, x.Position });
                    table.ForeignKey(
                        name: "FK_invoice_lines_invoices_InvoiceId",
                        column: x => x.InvoiceId,
                        principalSchema: "ordering",
                        principalTable: "invoices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "statement_differences",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StatementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Side = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    HeldFen = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    RaisedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    AnsweredByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_differences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_statement_differences_statements_StatementId",
                        column: x => x.StatementId,
                        principalSchema: "ordering",
                        principalTable: "statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "statement_lines",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StatementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Paper = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderNumber = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ProductName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Specification = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ProducerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Milli = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PriceTenThousandths = table.Column<long>(type: "bigint", nullable: false),
                    PricedBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TaxBasisPoints = table.Column<int>(type: "int", nullable: true),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_statement_lines_statements_StatementId",
                        column: x => x.StatementId,
                        principalSchema: "ordering",
                        principalTable: "statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_invoices_CorrectsId",
                schema: "ordering",
                table: "invoices",
                column: "CorrectsId");

            migrationBuilder.CreateIndex(
                name: "IX_invoices_FileId",
                schema: "ordering",
                table: "invoices",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_invoices_IssuerCode_Number",
                schema: "ordering",
                table: "invoices",
                columns: new[] { "IssuerCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invoices_Serial",
                schema: "ordering",
                table: "invoices",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invoices_StatementId",
                schema: "ordering",
                table: "invoices",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_payments_Number",
                schema: "ordering",
                table: "payments",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_SlipKey",
                schema: "ordering",
                table: "payments",
                column: "SlipKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_StatementId",
                schema: "ordering",
                table: "payments",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_statement_differences_StatementId",
                schema: "ordering",
                table: "statement_differences",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_statement_lines_StatementId",
                schema: "ordering",
                table: "statement_lines",
                column: "StatementId");

            migrationBuilder.CreateIndex(
                name: "IX_statements_PaymentCode",
                schema: "ordering",
                table: "statements",
                column: "PaymentCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statements_Serial",
                schema: "ordering",
                table: "statements",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statements_SupplyUnitId_Serial",
                schema: "ordering",
                table: "statements",
                columns: new[] { "SupplyUnitId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_statements_UnitId_SupplyUnitId_Month",
                schema: "ordering",
                table: "statements",
                columns: new[] { "UnitId", "SupplyUnitId", "Month" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "invoice_lines",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "payment_terms",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "payments",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "statement_differences",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "statement_lines",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "invoices",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "statements",
                schema: "ordering");
        }
    }
}
