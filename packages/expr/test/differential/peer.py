"""Answers for the reference: one JSON line for each expression read. Needs the package openjd-model."""

import json
import sys

from openjd.expr import ExprType, ExprValue, PathFormat, SymbolTable, evaluate_expression

symbols = SymbolTable()
for name, (type_text, value) in json.loads(sys.stdin.readline()).items():
    symbols[name] = ExprValue(value, type=ExprType(type_text))

for line in sys.stdin:
    try:
        value = evaluate_expression(json.loads(line), values=symbols, path_format=PathFormat.POSIX)
        answer = {"type": str(value.type), "text": "null" if value.is_null else str(value)}
    except Exception as error:  # every refusal, whatever its class
        answer = {"refused": str(error)}
    print(json.dumps(answer))
