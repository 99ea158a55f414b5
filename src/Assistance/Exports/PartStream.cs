namespace Commerce.Assistance.Exports;

/// <summary>Where a file goes that is kept in parts: each is handed on as soon as it is full.</summary>
/// <param name="size">Of a part, in bytes.</param>
/// <param name="keep">Takes a part, the first first.</param>
internal sealed class PartStream(int size, Action<byte[]> keep) : Stream
{
    private readonly byte[] part = new byte[size];
    private int filled;
    private long written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>How many bytes went through.</summary>
    public override long Length => written;

    public override long Position { get => written; set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        written += buffer.Length;
        while (buffer.Length > 0)
        {
            var taken = Math.Min(buffer.Length, part.Length - filled);
            buffer[..taken].CopyTo(part.AsSpan(filled));
            buffer = buffer[taken..];
            filled += taken;
            if (filled == part.Length)
            {
                Hand();
            }
        }
    }

    /// <summary>The file is at its end.</summary>
    public void Complete()
    {
        if (filled > 0)
        {
            Hand();
        }
    }

    public override void Flush()
    {
        // A part is handed on when it is full.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Hand()
    {
        keep(part[..filled]);
        filled = 0;
    }
}
