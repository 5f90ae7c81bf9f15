using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace BillingActors.House.Tests;

/// <summary>Reads what a compiled assembly really refers to: analyzers see the source, this sees the result.</summary>
internal static class DomainPurity
{
    /// <summary>All that arithmetic needs; anything else is a decision to be made here, in the open.</summary>
    private static readonly HashSet<string> _namespaces = new(StringComparer.Ordinal)
    {
        "System", "System.Buffers", "System.Buffers.Binary", "System.Collections", "System.Collections.Frozen",
        "System.Collections.Generic", "System.Collections.Immutable", "System.Diagnostics",
        "System.Diagnostics.CodeAnalysis", "System.Globalization", "System.Linq", "System.Numerics",
        "System.Reflection", "System.Runtime.CompilerServices", "System.Runtime.InteropServices",
        "System.Runtime.Versioning", "System.Text", "NodaTime", "NodaTime.Calendars", "NodaTime.Text",
        "NodaTime.TimeZones",
    };

    /// <summary>From elsewhere: attributes that name stored events, and a hash, which is arithmetic too.</summary>
    private static readonly HashSet<string> _guests = new(StringComparer.Ordinal)
    {
        "System.Security.Cryptography.HMACSHA256",
        "System.Security.Cryptography.SHA256",
        "System.Text.Json.Serialization.JsonDerivedTypeAttribute",
        "System.Text.Json.Serialization.JsonIgnoreAttribute",
        "System.Text.Json.Serialization.JsonPolymorphicAttribute",
    };

    /// <summary>Clocks, chance, the machine and its floating point, which live in allowed namespaces.</summary>
    private static readonly HashSet<string> _types = new(StringComparer.Ordinal)
    {
        "System.DateTime", "System.DateTimeOffset", "System.TimeProvider", "System.TimeZoneInfo", "System.Random",
        "System.Console", "System.AppContext", "System.AppDomain", "System.GC", "System.Double", "System.Single",
        "System.Half", "System.MathF", "System.Lazy`1", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "System.Reflection.Assembly", "System.Runtime.InteropServices.Marshal",
        "NodaTime.SystemClock", "NodaTime.IClock", "NodaTime.ZonedClock", "NodaTime.TimeZones.BclDateTimeZone",
        "NodaTime.TimeZones.BclDateTimeZoneSource",
    };

    /// <summary>Every iterator asks for its thread by the compiler; nothing else of the machine is asked.</summary>
    private const string IteratorThread = "System.Environment::get_CurrentManagedThreadId";

    private static readonly HashSet<string> _members =
        new(StringComparer.Ordinal) { "System.Guid::NewGuid", "System.Guid::CreateVersion7" };

    /// <summary>Each forbidden namespace, type or member that the assembly refers to, in ordinal order.</summary>
    public static IReadOnlyList<string> Violations(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return
        [
            .. Types(metadata).Concat(Members(metadata)).Concat(FloatingPoint(metadata))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Types(MetadataReader metadata) =>
        from handle in metadata.TypeReferences
        let name = NameOf(metadata, handle)
        let outer = name.Split('+')[0]
        let space = outer.Contains('.') ? outer[..outer.LastIndexOf('.')] : ""
        where (!_namespaces.Contains(space) && !_guests.Contains(outer)) || _types.Contains(outer)
        select name;

    private static IEnumerable<string> Members(MetadataReader metadata) =>
        from handle in metadata.MemberReferences
        let member = metadata.GetMemberReference(handle)
        where member.Parent.Kind == HandleKind.TypeReference
        let name = $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}::{metadata.GetString(member.Name)}"
        where _members.Contains(name)
            || (name.StartsWith("System.Environment::", StringComparison.Ordinal) && name != IteratorThread)
        select name;

    private static IEnumerable<string> FloatingPoint(MetadataReader metadata)
    {
        var finder = new FloatFinder();
        foreach (var handle in metadata.FieldDefinitions)
            if (metadata.GetFieldDefinition(handle) is var field && field.DecodeSignature(finder, null))
                yield return $"floating point in field {metadata.GetString(field.Name)}";
        foreach (var handle in metadata.MethodDefinitions)
            if (metadata.GetMethodDefinition(handle) is var method
                && FloatFinder.Touches(method.DecodeSignature(finder, null)))
                yield return $"floating point in {metadata.GetString(method.Name)}";
        foreach (var handle in metadata.MemberReferences)
            if (metadata.GetMemberReference(handle) is var member && Touches(member, finder))
                yield return $"floating point in a call of {metadata.GetString(member.Name)}";
        for (var row = 1; row <= metadata.GetTableRowCount(TableIndex.StandAloneSig); row++)
            if (metadata.GetStandaloneSignature(MetadataTokens.StandaloneSignatureHandle(row))
                is var local && local.GetKind() == StandaloneSignatureKind.LocalVariables
                && local.DecodeLocalSignature(finder, null).Any(isFloat => isFloat))
                yield return "floating point in a local variable";
    }

    private static bool Touches(MemberReference member, FloatFinder finder) =>
        member.GetKind() == MemberReferenceKind.Field
            ? member.DecodeFieldSignature(finder, null)
            : FloatFinder.Touches(member.DecodeMethodSignature(finder, null));

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : metadata.GetString(type.Namespace) is { Length: > 0 } space ? $"{space}.{name}" : name;
    }
}
