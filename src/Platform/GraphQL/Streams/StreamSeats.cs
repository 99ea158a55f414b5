namespace Commerce.Platform.GraphQL.Streams;

/// <summary>Counts the open streams, so that nobody takes all of them.</summary>
internal sealed class StreamSeats(StreamOptions options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> byAddress = [];
    private int taken;

    /// <summary>A seat until it is given back; null when there is none left for the address, or none at all.</summary>
    public IDisposable? Take(string address)
    {
        lock (gate)
        {
            var here = byAddress.GetValueOrDefault(address);
            if (taken >= options.InAll || here >= options.PerAddress)
            {
                return null;
            }

            byAddress[address] = here + 1;
            taken++;
            return new Seat(this, address);
        }
    }

    private void GiveBack(string address)
    {
        lock (gate)
        {
            taken--;
            if (--byAddress[address] == 0)
            {
                byAddress.Remove(address);
            }
        }
    }

    private sealed class Seat(StreamSeats seats, string address) : IDisposable
    {
        private bool given;

        public void Dispose()
        {
            if (!given)
            {
                given = true;
                seats.GiveBack(address);
            }
        }
    }
}
