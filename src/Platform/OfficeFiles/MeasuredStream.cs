namespace Commerce.Platform.OfficeFiles;

/// <summary>Unpacked content that stops a bomb while it unpacks: by its ratio, by the sum of what is read, and by tags longer than any real one.</summary>
/// <param name="inner">The unpacking stream.</param>
/// <param name="packed">Its size in the package.</param>
/// <param name="allows">Takes the bytes just read from the common allowance; false when that is used up.</param>
internal sealed class MeasuredStream(Stream inner, long packed, Func<int, bool> allows) : Stream
{
    /// <summary>XML of real documents shrinks 10 to 60 times; 4 MB may be anything.</summary>
    private const int HighestRatio = 200;
    private const long AnyRatioBelow = 4 * 1024 * 1024;

    /// <summary>From one "&lt;" to the next: a tag with its attributes, or a run of text. Each attribute costs a reader some hundred bytes.</summary>
    private const int LongestPiece = 256 * 1024;

    private long total;
    private int piece;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => total; set => throw new NotSupportedException(); }

    public static bool Abnormal(long unpacked, long packed) => unpacked > AnyRatioBelow && unpacked / HighestRatio > packed;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        total += read;
        var last = buffer[..read].LastIndexOf((byte)'<');
        piece = last < 0 ? piece + read : read - last;
        if (!allows(read) || Abnormal(total, packed) || piece > LongestPiece)
        {
            throw new RefusedFileException(OfficeFileErrors.Inflated);
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
