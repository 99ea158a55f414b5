using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.GraphQL;

/// <summary>A delivery as the API shows it.</summary>
internal sealed record DeliveryView(Delivery Delivery) : IHaveId
{
    public Guid Id => Delivery.Id;

    public string Number => Delivery.Number;

    public DeliveryState State => Delivery.State;

    public DateTimeOffset DispatchedAt => Delivery.DispatchedAt;

    public string DispatchedBy => Delivery.DispatchedByName;

    public string? OnBehalf => Delivery.OnBehalf;

    public string? Station => Delivery.Station;

    public DateOnly? ExpectedOn => Delivery.ExpectedOn;
}

/// <summary>A batch as the API shows it.</summary>
internal sealed record DeliveryLineView(DeliveryLine Line)
{
    public Quantity Quantity => new(Line.Milli, Line.Unit);

    public string? Batch => Line.Batch;

    public DateOnly? ProducedOn => Line.ProducedOn;

    public DateOnly? ExpiresOn => Line.ExpiresOn;
}

/// <summary>An acceptance as the API shows it.</summary>
internal sealed record AcceptanceView(Acceptance Acceptance) : IHaveId
{
    public Guid Id => Acceptance.Id;

    public string Number => Acceptance.Number;

    public AcceptanceState State => Acceptance.State;

    public DateTimeOffset RecordedAt => Acceptance.RecordedAt;

    public DateTimeOffset? AcceptedAt => Acceptance.AcceptedAt;

    public Month? Month => Acceptance.CountedIn;

    public Money? Amount => Acceptance.State == AcceptanceState.Signed ? Money.FromFen(Acceptance.PostedFen) : null;

    public bool Corrected => Acceptance.Corrected;

    public DateOnly? DueOn => Acceptance.DueOn;
}

/// <summary>A signature as the API shows it.</summary>
internal sealed record SignatureView(Signature Signature)
{
    public string By => Signature.ByName;

    public DateTimeOffset SignedAt => Signature.SignedAt;

    public DateTimeOffset RecordedAt => Signature.RecordedAt;

    public string? OnBehalfOf => Signature.OnBehalfOf;
}

/// <summary>A weighed line as the API shows it.</summary>
internal sealed record AcceptanceLineView(AcceptanceLine Line, bool Signed)
{
    public Quantity? Gross => Line.GrossMilli is { } milli ? new Quantity(milli, Line.GrossUnit!.Value) : null;

    public Quantity? Tare => Line.TareMilli is { } milli ? new Quantity(milli, Line.TareUnit!.Value) : null;

    public Quantity Net => new(Line.NetMilli, Line.NetUnit);

    public Quantity? Disputed => Line.DisputedMilli > 0 ? new Quantity(Line.DisputedMilli, Line.NetUnit) : null;

    public Quantity? Rejected => Line.RejectedMilli > 0 ? new Quantity(Line.RejectedMilli, Line.RejectedUnit ?? Line.NetUnit) : null;

    public string? Reason => Line.Reason;

    public Quantity Returned => new(Line.ReturnedMilli, Line.NetUnit);

    public Money? Amount => Signed ? Money.FromFen(Line.PostedFen) : null;
}

/// <summary>A photo as the API shows it: served to those who may see its order.</summary>
internal sealed record ImageView(Guid FileId, string Goods, int At)
{
    public string Url => $"/files/{NodeId.Encode("fil", FileId)}";
}

/// <summary>A return as the API shows it.</summary>
internal sealed record GoodsReturnView(GoodsReturn Return) : IHaveId
{
    public Guid Id => Return.Id;

    public string Number => Return.Number;

    public DateTimeOffset ReturnedAt => Return.ReturnedAt;

    public string By => Return.ByName;

    public string Reason => Return.Reason;

    public Month Month => Return.CountedIn;

    public bool Replace => Return.Replace;

    public Money Amount => Money.FromFen(Return.PostedFen);
}

/// <summary>A returned line as the API shows it.</summary>
internal sealed record GoodsReturnLineView(GoodsReturnLine Line)
{
    public Quantity Quantity => new(Line.Milli, Line.Unit);

    public Money Amount => Money.FromFen(Line.PostedFen);
}
