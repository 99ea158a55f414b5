namespace Commerce.SharedKernel;

/// <summary>Done, or refused with a reason.</summary>
public readonly record struct Result
{
    private Result(Error? error) => Error = error;

    /// <summary>Why it was refused; null when done.</summary>
    public Error? Error { get; }

    /// <summary>True when refused.</summary>
    public bool Failed => Error is not null;

    /// <summary>Done.</summary>
    public static Result Done => default;

    /// <summary>A refusal is a result.</summary>
    public static implicit operator Result(Error error) => new(error);
}

/// <summary>A value, or a refusal with a reason.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
public readonly record struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>Why it was refused; null on success.</summary>
    public Error? Error { get; }

    /// <summary>True when refused.</summary>
    public bool Failed => Error is not null;

    /// <summary>The value of a success.</summary>
    /// <exception cref="InvalidOperationException">It was refused: a bug in the caller.</exception>
    public T Value => Failed ? throw new InvalidOperationException($"Refused: {Error!.English}") : value!;

    /// <summary>A value is a success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A refusal is a result.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}
