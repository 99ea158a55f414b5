using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Ordering
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "ordering");

            migrationBuilder.CreateTable(
                name: "accepted_totals",
                schema: "ordering",
                columns: table => new
                {
                    CountsForUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VillageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Lines = table.Column<int>(type: "int", nullable: false),
                    Statement = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accepted_totals", x => new { x.CountsForUnitId, x.VillageId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "ordering",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActorName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Operation = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Changes = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "budgets",
                schema: "ordering",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Fund = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LimitFen = table.Column<long>(type: "bigint", nullable: false),
                    ReservedFen = table.Column<long>(type: "bigint", nullable: false),
                    SpentFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budgets", x => new { x.UnitId, x.Year, x.Fund });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                schema: "ordering",
                columns: table => new
                {
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Operation = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Key = table.Column<string>(type: "varchar(255)", unicode: false, maxLength: 255, nullable: false),
                    RequestHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    ResultId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Error = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_keys", x => new { x.ActorId, x.Operation, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "ordering",
                columns: table => new
                {
                    Endpoint = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    EventId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.Endpoint, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "known_canteens",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_canteens", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "known_offers",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ProductId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProductName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    VariantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Specification = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ProducerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProducerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    VillageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VillageName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    CountyCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    CountyName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SupplyUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BuyerGroup = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PermittedUses = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SoldBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NominalMilli = table.Column<long>(type: "bigint", nullable: false),
                    NominalUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CatchWeight = table.Column<bool>(type: "bit", nullable: false),
                    ToleranceBasisPoints = table.Column<int>(type: "int", nullable: false),
                    StepMilli = table.Column<long>(type: "bigint", nullable: false),
                    MinimumMilli = table.Column<long>(type: "bigint", nullable: false),
                    TaxBasisPoints = table.Column<int>(type: "int", nullable: true),
                    ValidFrom = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Sample = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_offers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "known_prices",
                schema: "ordering",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    TenThousandths = table.Column<long>(type: "bigint", nullable: false),
                    Per = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_prices", x => new { x.OfferId, x.ValidFrom });
                });

            migrationBuilder.CreateTable(
                name: "known_units",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ParentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_units", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "ordering",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CountsForUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CanteenId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SupplyUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RequestedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequestedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    EditedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubmittedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Acts = table.Column<int>(type: "int", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    OnBehalf = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    BudgetYear = table.Column<int>(type: "int", nullable: true),
                    EstimatedFen = table.Column<long>(type: "bigint", nullable: false),
                    SettledFen = table.Column<long>(type: "bigint", nullable: false),
                    FreightFen = table.Column<long>(type: "bigint", nullable: true),
                    HasSettled = table.Column<bool>(type: "bit", nullable: false),
                    HasUndispatched = table.Column<bool>(type: "bit", nullable: false),
                    HasReturnable = table.Column<bool>(type: "bit", nullable: false),
                    RestCancelled = table.Column<bool>(type: "bit", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "ordering",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LeasedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "stock",
                schema: "ordering",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OnHandMilli = table.Column<long>(type: "bigint", nullable: false),
                    ReservedMilli = table.Column<long>(type: "bigint", nullable: false),
                    LowMilli = table.Column<long>(type: "bigint", nullable: false),
                    Statement = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock", x => x.OfferId);
                });

            migrationBuilder.CreateTable(
                name: "stock_movements",
                schema: "ordering",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeltaMilli = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock_movements", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "known_canteen_units",
                schema: "ordering",
                columns: table => new
                {
                    CanteenId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_canteen_units", x => new { x.CanteenId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_known_canteen_units_known_canteens_CanteenId",
                        column: x => x.CanteenId,
                        principalSchema: "ordering",
                        principalTable: "known_canteens",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "acceptances",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CorrectsId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FirstSignerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Corrected = table.Column<bool>(type: "bit", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CountedIn = table.Column<int>(type: "int", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PostedFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_acceptances_orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "ordering",
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "approvals",
                schema: "ordering",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Level = table.Column<int>(type: "int", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Decision = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_approvals_orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "ordering",
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    DispatchedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DispatchedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DispatchedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    OnBehalf = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    WeighedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_deliveries_orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "ordering",
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goods_returns",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    CountedIn = table.Column<int>(type: "int", nullable: false),
                    PostedFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goods_returns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_goods_returns_orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "ordering",
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "order_history",
                schema: "ordering",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1200)", maxLength: 1200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_history", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_order_history_orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "ordering",
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "order_lines",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProductId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProductName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Specification = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ProducerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProducerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    VillageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VillageName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    CountyCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    CountyName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SoldBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NominalMilli = table.Column<long>(type: "bigint", nullable: false),
                    NominalUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CatchWeight = table.Column<bool>(type: "bit", nullable: false),
                    ToleranceBasisPoints = table.Column<int>(type: "int", nullable: false),
                    TaxBasisPoints = table.Column<int>(type: "int", nullable: true),
                    PriceTenThousandths = table.Column<long>(type: "bigint", nullable: false),
                    PricedBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Sample = table.Column<bool>(type: "bit", nullable: false),
                    OrderedMilli = table.Column<long>(type: "bigint", nullable: false),
                    OrderedUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EstimatedFen = table.Column<long>(type: "bigint", nullable: false),
                    ReservedMilli = table.Column<long>(type: "bigint", nullable: false),
                    HeldFen = table.Column<long>(type: "bigint", nullable: false),
                    DispatchedMilli = table.Column<long>(type: "bigint", nullable: false),
                    InTransitMilli = table.Column<long>(type: "bigint", nullable: false),
                    AcceptedMilli = table.Column<long>(type: "bigint", nullable: false),
                    RejectedMilli = table.Column<long>(type: "bigint", nullable: false),
                    ReturnedMilli = table.Column<long>(type: "bigint", nullable: false),
                    CancelledMilli = table.Column<long>(type: "bigint", nullable: false),
                    SettledFen = table.Column<long>(type: "bigint", nullable: false),
                    Closed = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_order_lines_orders_OrderId",
                        column: x => x.OrderId,
                        principalSchema: "ordering",
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_lines",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    GrossMilli = table.Column<long>(type: "bigint", nullable: true),
                    GrossUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    TareMilli = table.Column<long>(type: "bigint", nullable: true),
                    TareUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    NetMilli = table.Column<long>(type: "bigint", nullable: false),
                    NetUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RejectedMilli = table.Column<long>(type: "bigint", nullable: false),
                    RejectedUnit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ReturnedMilli = table.Column<long>(type: "bigint", nullable: false),
                    BookedFen = table.Column<long>(type: "bigint", nullable: false),
                    PostedFen = table.Column<long>(type: "bigint", nullable: false),
                    PostedMilli = table.Column<long>(type: "bigint", nullable: false),
                    CountedLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acceptance_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_acceptance_lines_acceptances_AcceptanceId",
                        column: x => x.AcceptanceId,
                        principalSchema: "ordering",
                        principalTable: "acceptances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signatures",
                schema: "ordering",
                columns: table => new
                {
                    AcceptanceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OnBehalfOf = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signatures", x => new { x.AcceptanceId, x.Position });
                    table.ForeignKey(
                        name: "FK_signatures_acceptances_AcceptanceId",
                        column: x => x.AcceptanceId,
                        principalSchema: "ordering",
                        principalTable: "acceptances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delivery_lines",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Milli = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Batch = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ProducedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delivery_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_delivery_lines_deliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalSchema: "ordering",
                        principalTable: "deliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goods_return_lines",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReturnId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AcceptanceLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CountedLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Milli = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PostedFen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goods_return_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_goods_return_lines_goods_returns_ReturnId",
                        column: x => x.ReturnId,
                        principalSchema: "ordering",
                        principalTable: "goods_returns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_acceptance_lines_AcceptanceId",
                schema: "ordering",
                table: "acceptance_lines",
                column: "AcceptanceId");

            migrationBuilder.CreateIndex(
                name: "IX_acceptances_DeliveryId",
                schema: "ordering",
                table: "acceptances",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_acceptances_Number",
                schema: "ordering",
                table: "acceptances",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_acceptances_OrderId",
                schema: "ordering",
                table: "acceptances",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_OrderId",
                schema: "ordering",
                table: "approvals",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_SubjectId",
                schema: "ordering",
                table: "audit",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_Number",
                schema: "ordering",
                table: "deliveries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_OrderId",
                schema: "ordering",
                table: "deliveries",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_lines_DeliveryId",
                schema: "ordering",
                table: "delivery_lines",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_goods_return_lines_ReturnId",
                schema: "ordering",
                table: "goods_return_lines",
                column: "ReturnId");

            migrationBuilder.CreateIndex(
                name: "IX_goods_returns_Number",
                schema: "ordering",
                table: "goods_returns",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_goods_returns_OrderId",
                schema: "ordering",
                table: "goods_returns",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_order_history_OrderId_Sequence",
                schema: "ordering",
                table: "order_history",
                columns: new[] { "OrderId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_order_lines_OrderId",
                schema: "ordering",
                table: "order_lines",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_orders_CountsForUnitId_Serial",
                schema: "ordering",
                table: "orders",
                columns: new[] { "CountsForUnitId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_Serial",
                schema: "ordering",
                table: "orders",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_orders_SupplyUnitId_Serial",
                schema: "ordering",
                table: "orders",
                columns: new[] { "SupplyUnitId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_UnitId_Serial",
                schema: "ordering",
                table: "orders",
                columns: new[] { "UnitId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_ClosedAt_Sequence",
                schema: "ordering",
                table: "outbox",
                columns: new[] { "ClosedAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Id",
                schema: "ordering",
                table: "outbox",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stock_movements_OfferId_Sequence",
                schema: "ordering",
                table: "stock_movements",
                columns: new[] { "OfferId", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_lines",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "accepted_totals",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "approvals",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "audit",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "budgets",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "delivery_lines",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "goods_return_lines",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "idempotency_keys",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "known_canteen_units",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "known_offers",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "known_prices",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "known_units",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "order_history",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "order_lines",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "signatures",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "stock",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "stock_movements",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "deliveries",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "goods_returns",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "known_canteens",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "acceptances",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "orders",
                schema: "ordering");
        }
    }
}
