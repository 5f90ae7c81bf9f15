using Microsoft.AspNetCore.Components.Server.Circuits;

namespace BillingActors.Gateway.Console.Access;

/// <summary>Notes when somebody last did something on an open page.</summary>
internal sealed class CircuitActivity(TimeProvider clock) : CircuitHandler
{
    /// <summary>When that was.</summary>
    public DateTimeOffset LastAt { get; private set; } = clock.GetUtcNow();

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) => context =>
        {
            LastAt = clock.GetUtcNow();
            return next(context);
        };
}
