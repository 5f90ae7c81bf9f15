using System.Reflection;
using System.Reflection.Emit;
using BillingActors.Domain.Accounts;

namespace BillingActors.Domain.Tests.Books;

/// <summary>What random lives can come to: every method they call, and what of the domain those call in turn.</summary>
internal static class CalledMethods
{
    private const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Static | BindingFlags.Instance;

    // Instructions whose operand is a method; those of two bytes begin with 0xFE.
    private static readonly HashSet<short> Calls =
        [OpCodes.Call.Value, OpCodes.Callvirt.Value, OpCodes.Newobj.Value, OpCodes.Ldftn.Value];

    /// <summary>All methods that the code of some types comes to.</summary>
    public static HashSet<MethodBase> From(IEnumerable<Type> types)
    {
        var (called, waiting) = (new HashSet<MethodBase>(), new Queue<MethodBase>());
        foreach (var method in types.SelectMany(MethodsOf))
            Put(method);
        while (waiting.TryDequeue(out var method))
        {
            foreach (var next in CallsOf(method))
            {
                Put(next);
                // Whoever makes an object may have any of its methods called, by a type it derives from.
                if (next.IsConstructor && IsOfDomain(next))
                    Array.ForEach([.. MethodsOf(next.DeclaringType!)], Put);
            }
        }
        return called;

        void Put(MethodBase method)
        {
            if (called.Add(method))
                waiting.Enqueue(method);
        }
    }

    private static bool IsOfDomain(MethodBase method) => method.DeclaringType?.Assembly == typeof(Account).Assembly;

    private static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMembers(Own).OfType<MethodBase>();

    private static IEnumerable<MethodBase> CallsOf(MethodBase method)
    {
        var isOwn = method.DeclaringType?.Assembly == typeof(CalledMethods).Assembly;
        if ((!isOwn && !IsOfDomain(method)) || method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;
        for (var at = 0; at + sizeof(int) < code.Length; at++)
        {
            var isCall = Calls.Contains(code[at])
                || (at > 0 && code[at - 1] == 0xFE && Calls.Contains(unchecked((short)((0xFE << 8) | code[at]))));
            if (isCall && Resolve(method, BitConverter.ToInt32(code, at + 1)) is { } called)
                yield return Definition(called);
        }
    }

    // Bytes that only look like an instruction mostly name nothing.
    private static MethodBase? Resolve(MethodBase from, int token)
    {
        try
        {
            return from.Module.ResolveMethod(
                token,
                from.DeclaringType?.GetGenericArguments(),
                from is MethodInfo { IsGenericMethod: true } ? from.GetGenericArguments() : null);
        }
        catch (Exception fault) when (fault is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }

    private static MethodBase Definition(MethodBase called) =>
        called is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericMethodDefinition() : called;
}
