using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Ordering
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accepted_totals",
                columns: table => new
                {
                    CountsForUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VillageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    AmountFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    Statement = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accepted_totals", x => new { x.CountsForUnitId, x.VillageId, x.Month });
                });

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Operation = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "budgets",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Fund = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LimitFen = table.Column<long>(type: "INTEGER", nullable: false),
                    ReservedFen = table.Column<long>(type: "INTEGER", nullable: false),
                    SpentFen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budgets", x => new { x.UnitId, x.Year, x.Fund });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Operation = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 255, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    ResultId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_keys", x => new { x.ActorId, x.Operation, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    Endpoint = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.Endpoint, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "known_canteens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_canteens", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "known_offers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    VariantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Specification = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProducerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProducerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    VillageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VillageName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CountyCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CountyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OutletId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplyUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BuyerGroup = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PermittedUses = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SoldBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NominalMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    NominalUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CatchWeight = table.Column<bool>(type: "INTEGER", nullable: false),
                    ToleranceBasisPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    StepMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    MinimumMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    TaxBasisPoints = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_offers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "known_prices",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    TenThousandths = table.Column<long>(type: "INTEGER", nullable: false),
                    Per = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_prices", x => new { x.OfferId, x.ValidFrom });
                });

            migrationBuilder.CreateTable(
                name: "known_units",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_units", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Serial = table.Column<long>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountsForUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CanteenId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SupplyUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EditedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmittedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Acts = table.Column<int>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OnBehalf = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    BudgetYear = table.Column<int>(type: "INTEGER", nullable: true),
                    EstimatedFen = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledFen = table.Column<long>(type: "INTEGER", nullable: false),
                    FreightFen = table.Column<long>(type: "INTEGER", nullable: true),
                    HasSettled = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasUndispatched = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasReturnable = table.Column<bool>(type: "INTEGER", nullable: false),
                    RestCancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeasedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "stock",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OnHandMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    ReservedMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    LowMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    Statement = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock", x => x.OfferId);
                });

            migrationBuilder.CreateTable(
                name: "stock_movements",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeltaMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stock_movements", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "known_canteen_units",
                columns: table => new
                {
                    CanteenId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_canteen_units", x => new { x.CanteenId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_known_canteen_units_known_canteens_CanteenId",
                        column: x => x.CanteenId,
                        principalTable: "known_canteens",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "acceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CorrectsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FirstSignerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Corrected = table.Column<bool>(type: "INTEGER", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CountedIn = table.Column<int>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PostedFen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_acceptances_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "approvals",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approvals", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_approvals_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    DispatchedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DispatchedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    DispatchedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OnBehalf = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WeighedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_deliveries_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goods_returns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CountedIn = table.Column<int>(type: "INTEGER", nullable: false),
                    PostedFen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goods_returns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_goods_returns_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "order_history",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_history", x => x.Sequence);
                    table.ForeignKey(
                        name: "FK_order_history_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "order_lines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OutletId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Specification = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProducerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProducerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    VillageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VillageName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CountyCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CountyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SoldBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NominalMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    NominalUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CatchWeight = table.Column<bool>(type: "INTEGER", nullable: false),
                    ToleranceBasisPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    TaxBasisPoints = table.Column<int>(type: "INTEGER", nullable: true),
                    PriceTenThousandths = table.Column<long>(type: "INTEGER", nullable: false),
                    PricedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    OrderedMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    OrderedUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EstimatedFen = table.Column<long>(type: "INTEGER", nullable: false),
                    ReservedMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    HeldFen = table.Column<long>(type: "INTEGER", nullable: false),
                    DispatchedMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    InTransitMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    AcceptedMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    RejectedMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnedMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    CancelledMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_order_lines_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_lines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    GrossMilli = table.Column<long>(type: "INTEGER", nullable: true),
                    GrossUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    TareMilli = table.Column<long>(type: "INTEGER", nullable: true),
                    TareUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NetMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    NetUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RejectedMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    RejectedUnit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ReturnedMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    BookedFen = table.Column<long>(type: "INTEGER", nullable: false),
                    PostedFen = table.Column<long>(type: "INTEGER", nullable: false),
                    PostedMilli = table.Column<long>(type: "INTEGER", nullable: false),
                    CountedLineId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acceptance_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_acceptance_lines_acceptances_AcceptanceId",
                        column: x => x.AcceptanceId,
                        principalTable: "acceptances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signatures",
                columns: table => new
                {
                    AcceptanceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OnBehalfOf = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signatures", x => new { x.AcceptanceId, x.Position });
                    table.ForeignKey(
                        name: "FK_signatures_acceptances_AcceptanceId",
                        column: x => x.AcceptanceId,
                        principalTable: "acceptances",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "delivery_lines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Milli = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Batch = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ProducedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_delivery_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_delivery_lines_deliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "deliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goods_return_lines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReturnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AcceptanceLineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountedLineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Milli = table.Column<long>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PostedFen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goods_return_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_goods_return_lines_goods_returns_ReturnId",
                        column: x => x.ReturnId,
                        principalTable: "goods_returns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_acceptance_lines_AcceptanceId",
                table: "acceptance_lines",
                column: "AcceptanceId");

            migrationBuilder.CreateIndex(
                name: "IX_acceptances_DeliveryId",
                table: "acceptances",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_acceptances_Number",
                table: "acceptances",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_acceptances_OrderId",
                table: "acceptances",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_approvals_OrderId",
                table: "approvals",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_SubjectId",
                table: "audit",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_Number",
                table: "deliveries",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_OrderId",
                table: "deliveries",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_delivery_lines_DeliveryId",
                table: "delivery_lines",
                column: "DeliveryId");

            migrationBuilder.CreateIndex(
                name: "IX_goods_return_lines_ReturnId",
                table: "goods_return_lines",
                column: "ReturnId");

            migrationBuilder.CreateIndex(
                name: "IX_goods_returns_Number",
                table: "goods_returns",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_goods_returns_OrderId",
                table: "goods_returns",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_order_history_OrderId_Sequence",
                table: "order_history",
                columns: new[] { "OrderId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_order_lines_OrderId",
                table: "order_lines",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_orders_CountsForUnitId_Serial",
                table: "orders",
                columns: new[] { "CountsForUnitId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_Serial",
                table: "orders",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_orders_SupplyUnitId_Serial",
                table: "orders",
                columns: new[] { "SupplyUnitId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_orders_UnitId_Serial",
                table: "orders",
                columns: new[] { "UnitId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_ClosedAt_Sequence",
                table: "outbox",
                columns: new[] { "ClosedAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Id",
                table: "outbox",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stock_movements_OfferId_Sequence",
                table: "stock_movements",
                columns: new[] { "OfferId", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_lines");

            migrationBuilder.DropTable(
                name: "accepted_totals");

            migrationBuilder.DropTable(
                name: "approvals");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "budgets");

            migrationBuilder.DropTable(
                name: "delivery_lines");

            migrationBuilder.DropTable(
                name: "goods_return_lines");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "known_canteen_units");

            migrationBuilder.DropTable(
                name: "known_offers");

            migrationBuilder.DropTable(
                name: "known_prices");

            migrationBuilder.DropTable(
                name: "known_units");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "order_history");

            migrationBuilder.DropTable(
                name: "order_lines");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "signatures");

            migrationBuilder.DropTable(
                name: "stock");

            migrationBuilder.DropTable(
                name: "stock_movements");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "goods_returns");

            migrationBuilder.DropTable(
                name: "known_canteens");

            migrationBuilder.DropTable(
                name: "acceptances");

            migrationBuilder.DropTable(
                name: "orders");
        }
    }
}
