package org.spaprtce.compiler.front;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tla2sany.semantic.OpDefNode;

/**
 * What the options mean for a module.
 *
 * @param operators the operators that Java callers see, in the order of the text
 * @param tlcOnly the operators that are left out
 * @param replacements what an instance of the class can put in the place of operators
 * @param constants the definitions that stand for constants
 * @param assigned the definitions that have a value instead, and so are constants
 */
record Setup(
    List<OpDefNode> operators,
    Set<String> tlcOnly,
    Map<OpDefNode, List<OpDefNode>> replacements,
    Map<String, OpDefNode> constants,
    Set<OpDefNode> assigned) {}
