using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Silo;
using BillingActors.Storage.Audit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BillingActors.Gateway.Tests;

/// <summary>The books are sealed without anybody's asking.</summary>
public sealed class SealWatchTests
{
    [Fact]
    public async Task The_books_are_sealed_by_themselves_and_a_fault_is_tried_again()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        using var seals = new FaultySeals();
        using var watch = new SealWatch(
            new PeriodicSeals(seals, new AuditOptions { SealMinutes = 60 }), clock, NullLogger<SealWatch>.Instance);
        await watch.StartAsync(Http.Cancellation);
        for (var minute = 0; minute < 125; minute++)
        {
            await seals.Looked(Http.Cancellation);
            clock.Advance(TimeSpan.FromMinutes(1));
        }
        await watch.StopAsync(Http.Cancellation);

        // Due after an hour; the first try fails, and the next seal is due an hour after the one that was made.
        Assert.Equal(["10:01", "11:01"], seals.Made.Select(at => at.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    private sealed class FaultySeals : IAuditSeals, IDisposable
    {
        private readonly SemaphoreSlim _look = new(0);
        private bool _hasFailed;

        public List<DateTimeOffset> Made { get; } = [];

        public string PublicKey => "";

        public Task Looked(CancellationToken cancellation) => _look.WaitAsync(cancellation);

        public Task<AuditSeal?> Seal(SealRequest request, CancellationToken cancellation)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                throw new SealKeyException("The key is not there.");
            }
            Made.Add(request.At);
            return Task.FromResult<AuditSeal?>(SealAt(request.At));
        }

        public Task<ImmutableArray<AuditSeal>> List(long before, int countMax, CancellationToken cancellation)
        {
            _look.Release();
            return Task.FromResult<ImmutableArray<AuditSeal>>(Made.Count == 0 ? [] : [SealAt(Made[^1])]);
        }

        public void Dispose() => _look.Dispose();

        private static AuditSeal SealAt(DateTimeOffset at) => new(1, at, 0, 0, "", "", "", "");
    }
}
